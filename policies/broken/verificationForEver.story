X3 · Nothing happens any more, and the order is verifyingPayment
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer  PayOrder method=card  → PaymentMade
+P1D   buyer  silent
       · order verifyingPayment
       · money escrow 0.00, released 0.00, refunded 0.00
