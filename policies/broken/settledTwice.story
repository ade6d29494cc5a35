X6 · RefundSettled: what is held for refunds is not what the order says
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card  → PaymentMade
         institution  ConfirmPayment        → PaymentConfirmed
+P7DT1S  clock        ExpireShipment        → SellerSanctioned RefundApproved OrderClosed
+PT2H    clock        SubmitRefund          → RefundSubmitting
         institution  RecordRefundSettled   → RefundSettled
         institution  RecordRefundSettled   → RefundSettled
         · order closed
         · money escrow 0.00, released 0.00, refunded 40.00
