X6 · RefundFailed: what is held for refunds is not what the order says
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card                     → PaymentMade
         institution  ConfirmPayment                           → PaymentConfirmed
+P7DT1S  clock        ExpireShipment                           → SellerSanctioned RefundApproved OrderClosed
         operator     StopRefund                               → RefundStopped OrderReopened
         institution  RecordRefundFailed reason=accountClosed  → RefundFailed
         · order awaitingShipment
         · money escrow 40.00, released 0.00, refunded 0.00
