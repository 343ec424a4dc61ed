META
key;value
description;"Bilancio partecipativo; una prova"
country;Italy
unit;Borgo di Prova
instance;2023
num_projects;5
num_votes;8
budget;2500,50
vote_type;approval
rule;greedy
min_length;1
max_length;3
date_begin;16.09.2023
date_end;04.10.2023

PROJECTS
project_id;cost;votes;name;category;selected
1;600.25;4;"Parco ""Il Tiglio""; secondo lotto";environment,education;1
2;800;4;Pista ciclabile;sport;1
4;1400;4;Biblioteca "La Fabbrica";culture;0
5;1000;3;Orto sociale;health, sport;1
7;1200;0;Fontana;;0

VOTES
voter_id;age;sex;vote;voting_method
1;34;f;1,2,4;internet
2;51;m;1,2;internet
3;23;m;2, 4, 5;paper
4;19;f;5,4;internet
5;62;f;1,4;internet
6;54;m;1;paper
7;49;m;5;internet
8;27;f;2;internet
