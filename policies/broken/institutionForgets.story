X3 · A refund that is submitting waits, and nobody has a deadline for it
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S      buyer        PayOrder method=card  → PaymentMade
           institution  ConfirmPayment        → PaymentConfirmed
+P7DT1S    clock        ExpireShipment        → SellerSanctioned RefundApproved OrderClosed
+PT2H      clock        SubmitRefund          → RefundSubmitting
+P17DT22H  clock        ReportOverdueRefund   → RefundOverdue
           · order closed
           · money escrow 0.00, released 0.00, refunded 0.00
