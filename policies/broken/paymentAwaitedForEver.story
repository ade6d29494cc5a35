X3 · Nothing happens any more, and the order is awaitingPayment
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+P400D  buyer  silent
        · order awaitingPayment
        · money escrow 0.00, released 0.00, refunded 0.00
