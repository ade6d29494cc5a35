A22 · The buyer can give OpenClaim and WithdrawClaim 40 times over P6DT23H59M59S, and the order is still awaitingShipment
