L1 · The policy gives less than the law
# the policy says that withdrawal does not hold
