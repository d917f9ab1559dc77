pilkadaCari("nama-",[{"1":[4],"2":[6],"calon":[6],"contoh":[2,3,3],"kolom":[4],"kosong":[4],"kotak":[4],"provinsi":[2,3,3],"tunggal":[6],"wakil":[6]},[]])
