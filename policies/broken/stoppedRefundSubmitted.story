Z7 · A refund that was stopped became submitted
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card                   → PaymentMade
         institution  ConfirmPayment                         → PaymentConfirmed
+P7DT1S  clock        ExpireShipment                         → SellerSanctioned RefundApproved OrderClosed
         operator     StopRefund                             → RefundStopped OrderReopened
         institution  RecordRefundSubmitted reference=ref-1  → RefundSubmitted
         · order awaitingShipment
         · money escrow 20.00, released 0.00, refunded 0.00
