Z7 · A refund that was settled became stopped
marketplace taobao
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card  → PaymentMade
         institution  ConfirmPayment        → PaymentConfirmed
+P7DT1S  clock        ExpireShipment        → SellerSanctioned RefundApproved OrderClosed
+PT2H    clock        SubmitRefund          → RefundSubmitting
         institution  RecordRefundSettled   → RefundSettled
         seller       StopRefund            → RefundStopped OrderReopened
         · order awaitingShipment
         · money escrow 20.00, released 0.00, refunded 0.00
