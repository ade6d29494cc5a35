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

X6 · The institution names a chargeback by its payment: it means that payment's, and the latest of several
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder payments=card:12.00,eWallet:8.00                   → PaymentMade
+PT1H  institution  ConfirmPayment payment=#1                                   → PaymentConfirmed
+PT0S  institution  ConfirmPayment payment=#2                                   → PaymentConfirmed
+PT0S  institution  CloseChargeback payment=#1 outcome=lost                     → refused NoOpenChargeback
+PT1H  institution  OpenChargeback                                              → refused WhichOne
+PT1H  institution  OpenChargeback payment=#1 amount=2.00                       → ChargebackOpened
+PT0S  institution  CloseChargeback payment=#2 outcome=lost                     → refused NoSuchTarget
+PT0S  institution  OpenChargeback payment=#2 amount=3.00                       → ChargebackOpened
+PT0S  institution  CloseChargeback outcome=lost                                → refused WhichOne
+PT1H  institution  CloseChargeback payment=#1 outcome=won                      → ChargebackClosed
       · chargeback #1 won
       · chargeback #2 open
+PT1H  institution  OpenChargeback payment=#1 amount=4.00                       → ChargebackOpened
+PT1H  institution  CloseChargeback payment=#1 outcome=lost                     → ChargebackLost
       · chargeback #1 won
       · chargeback #3 lost
       · chargeback #2 open
+PT0S  institution  CloseChargeback payment=#2 chargeback=#3 outcome=lost       → refused ChargebackAlreadyDecided
+PT0S  institution  CloseChargeback payment=#2 chargeback=#2 outcome=withdrawn  → ChargebackClosed

X6 · Of two payments' refunds only the disputed one's is covered, and only as far as the bank has paid
marketplace amazon
order USD CUP-1 2×10.00
+PT0S   buyer        PayOrder payments=card:12.00,eWallet:8.00             → PaymentMade
+PT1H   institution  ConfirmPayment payment=#1                             → PaymentConfirmed
+PT0S   institution  OpenChargeback payment=#2                             → refused NoSuchTarget
+PT0S   institution  ConfirmPayment payment=#2                             → PaymentConfirmed
+PT0S   institution  OpenChargeback payment=#none                          → refused NoSuchTarget
+PT1H   seller       CancelOrder reason=other                              → RefundApproved RefundApproved OrderClosed
+PT1H   institution  OpenChargeback payment=#1 amount=5.00 reference=dp-1  → ChargebackOpened
+PT0S   institution  OpenChargeback payment=#2 amount=1.00 reference=dp-1  → ChargebackOpened
+PT0S   institution  CloseChargeback payment=#2 outcome=won                → ChargebackClosed
+PT0S   institution  CloseChargeback payment=#1 outcome=lost               → RefundCovered RefundApproved ChargebackLost
        · refund #1 stopped, amount 12.00
        · refund #2 approved, amount 8.00
        · refund #3 approved, amount 7.00
        · money escrow 0, refunding 15.00, refunded 5.00
+PT30M  institution  OpenChargeback payment=#1 amount=7.01 reference=dp-2  → refused AmountTooHigh
+PT0S   institution  OpenChargeback payment=#1 reference=dp-2              → ChargebackOpened
        · chargeback #3 open, amount 7.00
+PT0S   institution  CloseChargeback payment=#1 outcome=lost               → RefundCovered ChargebackLost
        · refund #3 stopped
        · refund #2 approved
        · money escrow 0, refunding 8.00, refunded 12.00

X6 · Of two refunds the later one stays as it is where the bank paid no more than the first
marketplace amazon
order USD CUP-1 2×10.00 · TEA-1 1×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other lines=CUP-1×1  → LinesCancelled RefundApproved
+PT0S  seller       CancelOrder reason=other lines=TEA-1×1  → LinesCancelled RefundApproved
+PT0S  institution  OpenChargeback amount=10.00             → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost            → RefundCovered ChargebackLost
       · refund #1 stopped
       · refund #2 approved, amount 5.00
       · money escrow 10.00, refunding 5.00, refunded 10.00
       · order awaitingShipment

X6 · What the bank takes out of escrow takes its part of the platform's discount along
marketplace amazon
order USD CUP-1 2×10.00 less 4.00 by platform
+PT0S  buyer        PayOrder method=card          → PaymentMade
+PT1H  institution  ConfirmPayment                → PaymentConfirmed
+PT0S  institution  OpenChargeback amount=4.00    → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost  → ChargebackLost
       · money escrow 12.00, subsidy 3.00, refunded 4.00
+PT0S  institution  OpenChargeback                → ChargebackOpened
       · chargeback #2 open, amount 12.00
+PT1H  institution  CloseChargeback outcome=lost  → ChargebackLost OrderClosed
       · money escrow 0, subsidy 0, refunded 16.00
       · order closed because chargedBack

X6 · A refund that failed waits in escrow, and the bank that pays it in its stead ends that
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                     → PaymentMade
+PT1H  institution  ConfirmPayment                           → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other lines=CUP-1×1   → LinesCancelled RefundApproved
+PT2H  clock        SubmitRefund                             → RefundSubmitting
+PT1H  institution  RecordRefundSubmitted reference=card-1   → RefundSubmitted
+PT1H  institution  RecordRefundFailed reason=accountClosed  → RefundFailed
+PT1H  institution  OpenChargeback amount=6.00               → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost             → RefundCovered RefundApproved ChargebackLost
+PT1H  operator     ReissueRefund refund=#1                  → refused RefundAlreadyFailed

X6 · What the platform lost comes first when a part of it comes back; what is more goes to the buyer again
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                     → PaymentMade
+PT1H  institution  ConfirmPayment                           → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other                 → RefundApproved OrderClosed
+PT2H  clock        SubmitRefund                             → RefundSubmitting
+PT1H  institution  RecordRefundSubmitted reference=card-1   → RefundSubmitted
+PT1H  institution  OpenChargeback amount=5.00               → ChargebackOpened
+PT0S  institution  CloseChargeback outcome=lost             → ChargebackLost
+PT0S  institution  OpenChargeback amount=7.00               → ChargebackOpened
+PT0S  institution  CloseChargeback outcome=lost             → ChargebackLost
       · chargeback #1 lost, loss 5.00
       · chargeback #2 lost, loss 7.00
+PT1H  institution  RecordRefundFailed reason=accountClosed  → RefundFailed LossRecovered LossRecovered RefundApproved
       · chargeback #1 lost, loss 0.00
       · chargeback #2 lost, loss 0.00
       · refund #2 approved, amount 8.00

X6 · Goods of a return that the carrier has keep a charged back order open until they are back; those that were never posted do not
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                 → ReturnRequested
+P1D   seller       AuthorizeReturn                                       → ReturnAuthorized
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+PT1H  carrier      RecordScan number=BACK-1 status=inTransit             → ParcelScanned
+PT0S  institution  OpenChargeback                                        → ChargebackOpened
+P1D   institution  CloseChargeback outcome=lost                          → ChargebackLost
       · order returnStarted
+P1D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                        → ReturnReceived OrderClosed

X6 · A return that nobody has posted ends with the order whose money the bank took
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+P1D   seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  institution  OpenChargeback                                       → ChargebackOpened
+P1D   institution  CloseChargeback outcome=lost                         → ChargebackLost ReturnCancelled OrderClosed

X6 · A completed order stays completed, whatever the bank takes
marketplace amazon
order USD CUP-1 2×10.00 · commission 2.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P30DT1S  clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
+P1D      institution  OpenChargeback                                       → ChargebackOpened
+P1D      institution  CloseChargeback outcome=lost                         → SellerDebited ChargebackLost
          · order completed
          · money escrow 0, released 0, refunded 20.00

X6 · Goods came back, their refund waits, and the bank pays a part of it: the return is over once the rest is paid
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
+PT0S  seller       ReceiveReturn condition=asSent                        → ReturnReceived RefundApproved ReturnsEnded
+PT0S  institution  OpenChargeback amount=4.00                            → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost                          → RefundCovered RefundApproved ChargebackLost
       · refund #2 approved, amount 6.00
       · return #1 received
+PT2H  clock        SubmitRefund                                          → RefundSubmitting
+PT1H  institution  RecordRefundSubmitted reference=card-1                → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                   → RefundSettled ReturnClosed
       · return #1 closed
