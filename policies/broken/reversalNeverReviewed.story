X3 · A reversal that is requested waits, and nobody has a deadline for it
marketplace taobao
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card          → PaymentMade
         institution  ConfirmPayment                → PaymentConfirmed
+P7DT1S  clock        ExpireShipment                → SellerSanctioned RefundApproved OrderClosed
+PT2H    clock        SubmitRefund                  → RefundSubmitting
         institution  RecordRefundSettled           → RefundSettled
         buyer        RequestReversal ground=fraud  → ReversalRequested
         · order closed
         · money escrow 0.00, released 0.00, refunded 20.00
