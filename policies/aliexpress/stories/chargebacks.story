X6, X3 · Lost before shipment, the whole price closes the order
marketplace aliexpress, amazon, taobao
order USD CUP-1 2×10.00 · ships within P30D
+PT0S     buyer        PayOrder method=card          → PaymentMade
+PT1H     institution  ConfirmPayment                → PaymentConfirmed
+PT1H     institution  OpenChargeback                → ChargebackOpened
+P1D      operator     InquireChargeback             → ChargebackInquired
+P12DT1S  clock        InquireChargeback             → ChargebackInquired
+P1D      institution  CloseChargeback outcome=lost  → ChargebackLost OrderClosed
          · order closed because chargedBack
          · money escrow 0, refunded 20.00
+P1D      institution  OpenChargeback                → refused AmountTooHigh
