X6, T4 · A refund that the institution takes back after the bank had paid as well makes good the platform's loss before it is anybody else's
marketplace taobao
order CNY TEA-1 2×50.00 · ships within P60D
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                  → RefundSettled
+PT1H  institution  OpenChargeback                                       → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost                         → ChargebackLost
       · chargeback #1 lost, loss 100.00
+P1D   institution  RecordRefundReversed refund=#1                       → ReversalRequested ReversalGranted RefundReversed LossRecovered
       · chargeback #1 lost, loss 0.00

X6, T4 · Where the loss was smaller than what comes back the order opens again over the rest
marketplace taobao
order CNY TEA-1 2×50.00 · ships within P60D
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                  → RefundSettled
+PT1H  institution  OpenChargeback amount=30.00                          → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost                         → ChargebackLost
       · chargeback #1 lost, loss 30.00
+P1D   institution  RecordRefundReversed refund=#1                       → ReversalRequested ReversalGranted RefundReversed LossRecovered OrderReopened
       · chargeback #1 lost, loss 0.00
