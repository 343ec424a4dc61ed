META
key;value
description;Quartiere in bilancio
unit;Città di Prova
vote_type;cumulative
budget;310183.57
max_points;5
max_sum_points;10
currency;PLN
PROJECTS
project_id;cost;votes;score;name;selected;latitude
12;150000;3;12;Plac zabaw;1;50,25
7;160183.57;2;9;Skwer;1;50,26
3;0.5;1;5;Ławka;0;
21;99999,99;1;0;Kosz;0;50,27
VOTES
voter_id;vote;points;sex
1;12,7;5,5;K
2;12,3;5,5;M
3;12,7,21;2,4,0;K
4;;;M
