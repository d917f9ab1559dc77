pilkadaCari("kata-",[{},[]])
