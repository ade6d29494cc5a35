X1 · These rules are not what they say
# ReceiveReturn by mediator from return.requested (A23) is never taken
