X1 · These rules are not what they say
# ShipOrder by seller from order.returnStarted (A13) is never taken
