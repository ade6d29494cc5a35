X3 · Nothing happens any more, and the order is closed
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card  → PaymentMade
       institution  RejectPayment         → PaymentVoided OrderClosed
       institution  ConfirmPayment        → PaymentConfirmed RefundApproved
       · order closed
       · money escrow 0.00, released 0.00, refunded 0.00
