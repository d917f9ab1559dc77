pilkadaCari("tempat","b")
