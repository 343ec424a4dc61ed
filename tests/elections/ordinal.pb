META
key;value
description;Municipal PB
unit;Probów
num_projects;4
num_votes;5
budget;8000100
vote_type;ordinal
rule;greedy
min_length;3
max_length;3
language;polish
PROJECTS
project_id;cost;votes;score;name
23;1725000;4;9;Zielony pochłaniacz smogu dla każdej dzielnicy!
26;1700000;4;9;Kino pod chmurką
130;4600000;4;6;Tężnia
9;6000000;2;3;Ścieżka
VOTES
voter_id;age;sex;voting_method;vote
1;28;F;internet;23,26,130
2;19;;internet;26,23,130
3;42;M;paper;23,26,130
4;;M;paper;130,9,23
5;77;F;paper;26,9
