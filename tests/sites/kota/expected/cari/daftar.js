pilkadaCari("daftar",{"per":16,"nama":"","kata":""})
