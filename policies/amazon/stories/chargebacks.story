X6 · The buyer's bank disputes the payment: nothing is handed over until it has decided, and won, all goes on as before
marketplace amazon
order USD CUP-1 2×10.00
+PT0S   buyer        PayOrder method=card          → PaymentMade
+PT1H   institution  ConfirmPayment                → PaymentConfirmed
+PT1H   seller       CancelOrder reason=other      → RefundApproved OrderClosed
        · deadline clock SubmitRefund in PT2H, else SubmitRefund
+PT1H   institution  OpenChargeback amount=20.00   → ChargebackOpened
        · chargeback #1 open, amount 20.00
        · no deadline SubmitRefund
        · money escrow 0, refunding 20.00, refunded 0
+PT0S   institution  OpenChargeback amount=5.00    → refused ChargebackOpen
+PT30M  institution  CloseChargeback outcome=won   → ChargebackClosed
        · chargeback #1 won
        · deadline clock SubmitRefund in PT30M, else SubmitRefund
+PT0S   institution  CloseChargeback outcome=lost  → refused ChargebackAlreadyDecided

X6 · Lost, the bank has paid what the refund would have: the money goes back once
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card          → PaymentMade
+PT0S  institution  CloseChargeback outcome=lost  → refused NoOpenChargeback
+PT0S  institution  OpenChargeback amount=20.00   → refused NoSuchTarget
+PT1H  institution  ConfirmPayment                → PaymentConfirmed
+PT0S  institution  OpenChargeback amount=20.01   → refused AmountTooHigh
+PT0S  institution  OpenChargeback amount=15.00   → ChargebackOpened
+PT1H  seller       CancelOrder reason=other      → RefundApproved OrderClosed
+PT3H  institution  CloseChargeback outcome=lost  → RefundCovered RefundApproved ChargebackLost
       · refund #1 stopped
       · refund #2 approved, amount 5.00
       · money escrow 0, refunding 5.00, refunded 15.00

X6 · Opened after the refund was handed over, both are paid, and what the platform lost by it comes first when the refund fails
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                     → PaymentMade
+PT1H  institution  ConfirmPayment                           → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other                 → RefundApproved OrderClosed
+PT2H  clock        SubmitRefund                             → RefundSubmitting
+PT1H  institution  RecordRefundSubmitted reference=card-1   → RefundSubmitted
+PT1H  institution  OpenChargeback                           → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost             → ChargebackLost
       · chargeback #1 lost, loss 20.00
       · money escrow 0, refunding 20.00, refunded 0
+PT1H  institution  RecordRefundFailed reason=accountClosed  → RefundFailed LossRecovered
       · chargeback #1 lost, loss 0.00
       · money escrow 0, refunding 0, refunded 20.00

X6 · After the seller was paid what the bank takes comes from the seller, less the commission on it
marketplace amazon
order USD CUP-1 2×10.00 · commission 2.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P30DT1S  clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
+P1D      institution  OpenChargeback amount=10.00                          → ChargebackOpened
          · account platform/disputed -10.00
+P1D      institution  CloseChargeback outcome=lost                         → SellerDebited ChargebackLost
          · order completed
          · money escrow 0, released 10.00, refunded 10.00
          · account platform/disputed 0

X6 · A return, a refund for a part of it, and a chargeback: no cent goes back twice
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                 → ReturnRequested
+P1D   seller       AuthorizeReturn                                       → ReturnAuthorized
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P2D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+P1D   institution  OpenChargeback                                        → ChargebackOpened
+PT1H  seller       ReceiveReturn condition=asSent                        → ReturnReceived RefundApproved ReturnsEnded
+P1D   institution  CloseChargeback outcome=lost                          → RefundCovered ChargebackLost ReturnClosed OrderClosed
       · refund #1 stopped
       · money escrow 0, released 0, refunding 0, refunded 20.00

X6 · The bank's message that comes twice is one chargeback; what it held up is handed over as soon as it has ended
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                        → PaymentMade
+PT1H  institution  ConfirmPayment                              → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other                    → RefundApproved OrderClosed
+PT1H  institution  OpenChargeback amount=20.00 reference=dp-1  → ChargebackOpened
+PT0S  institution  OpenChargeback amount=20.00 reference=dp-1  → refused ChargebackKnown
+P1D   institution  CloseChargeback outcome=withdrawn           → ChargebackClosed
+PT0S  clock        SubmitRefund                                → RefundSubmitting
+PT1H  institution  RecordRefundSubmitted reference=card-1      → RefundSubmitted
+PT1H  institution  RecordRefundSettled                         → RefundSettled
+PT0S  institution  OpenChargeback amount=20.00 reference=dp-1  → refused ChargebackKnown
       · chargeback #1 withdrawn
       · money escrow 0, refunding 0, refunded 20.00
