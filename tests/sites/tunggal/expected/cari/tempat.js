pilkadaCari("tempat","")
