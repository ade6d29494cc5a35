X4 · ExpirePayment leads to order.closed, which its rule does not name
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+P20DT1S  clock  ExpirePayment  → OrderClosed
          · order closed
          · money escrow 0.00, released 0.00, refunded 0.00
