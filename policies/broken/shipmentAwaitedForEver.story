X3 · Nothing happens any more, and the order is awaitingShipment
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card  → PaymentMade
       institution  ConfirmPayment        → PaymentConfirmed
       · order awaitingShipment
       · money escrow 20.00, released 0.00, refunded 0.00
