Z1 · Before dispatch the buyer cancels without asking anyone
marketplace amazon
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
       · buyer may CancelOrder, refund 12.50 to card, arrives in P7D, undo within PT2H
       · buyer may not RequestCancellation because DispatchNotBegun
+PT1H  buyer        RequestCancellation reason=noLongerWanted  → refused DispatchNotBegun, instead CancelOrder
+PT0S  buyer        CancelOrder reason=noLongerWanted          → RefundApproved OrderClosed
       · order closed because cancelledByBuyer
       · money escrow 0, refunding 12.50

Z1 · An order is cancelled while the payment is verified
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer  PayOrder method=card                              → PaymentMade
+PT5M  buyer  CancelOrder reason=noLongerWanted lines=SEED-1×1  → refused PaymentBeingVerified
+PT0S  buyer  CancelOrder reason=noLongerWanted                 → PaymentVoided OrderClosed
       · order closed because cancelledByBuyer
       · payment #1 voided

Z1 · Before dispatch some units are cancelled without asking
marketplace amazon
order USD SEED-1 3×5.00 · shipping 2.50
+PT0S  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×1  → refused NotPaidYet
+PT0S  buyer        PayOrder method=card                              → PaymentMade
+PT1H  institution  ConfirmPayment                                    → PaymentConfirmed
+PT1H  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×1  → LinesCancelled RefundApproved
       · order awaitingShipment
       · refund #1 approved, amount 5.00
+PT1H  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×3  → refused QuantityTooHigh
+PT0S  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×2  → RefundApproved OrderClosed
       · order closed because cancelledByBuyer
       · refund #2 approved, amount 12.50

Z1 · From the beginning of the dispatch on it is a request, and silence of a day accepts it
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  seller       BeginDispatch                      → refused NotPaidYet
+PT0S  buyer        PayOrder method=card               → PaymentMade
+PT1H  institution  ConfirmPayment                     → PaymentConfirmed
+PT1H  seller       BeginDispatch                      → DispatchBegun
+PT0S  seller       BeginDispatch                      → refused DispatchAlreadyBegun
       · buyer may CancelOrder, refund 10.00 to card, if accepted
+PT1H  buyer        CancelOrder reason=noLongerWanted  → CancellationRequested
       · cancellation #1 requested
       · deadline seller AcceptCancellation in P1D, else AcceptCancellation
+PT0S  buyer        CancelOrder reason=noLongerWanted  → refused CancellationOpen
+P1D   seller       silent
       · order awaitingShipment
+PT1S  clock        AcceptCancellation                 → CancellationAccepted RefundApproved OrderClosed
       · order closed because sellerSilent

Z1 · Asked after the dispatch has begun, it may fail: dispatch refuses
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                        → PaymentMade
+PT1H  institution  ConfirmPayment                              → PaymentConfirmed
+PT1H  operator     BeginDispatch                               → DispatchBegun
+PT1H  buyer        RequestCancellation reason=noLongerWanted   → CancellationRequested
+PT1H  seller       RefuseCancellation note="It is in the van"  → CancellationRefused
       · order awaitingShipment
+PT1H  buyer        RequestCancellation reason=noLongerWanted   → CancellationRequested
+PT1H  buyer        WithdrawCancellation                        → CancellationWithdrawn
+PT1H  buyer        CancelOrder reason=noLongerWanted           → CancellationRequested
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1      → ParcelShipped CancellationRefused OrderShipped
       · cancellation #3 refused
+PT0S  buyer        CancelOrder reason=noLongerWanted           → refused AlreadyShipped, instead OpenClaim RequestReturn

Z1, Z8 · Where the platform fulfils the order it answers the request
marketplace amazon
order USD SEED-1 2×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card               → PaymentMade
+PT1H  institution  ConfirmPayment                     → PaymentConfirmed
+PT1H  operator     BeginDispatch                      → DispatchBegun
+PT1H  buyer        CancelOrder reason=noLongerWanted  → CancellationRequested
+PT1H  operator     RefuseCancellation                 → CancellationRefused
+PT1H  buyer        CancelOrder reason=noLongerWanted  → CancellationRequested
+PT1H  operator     AcceptCancellation                 → CancellationAccepted RefundApproved OrderClosed
       · order closed because cancellationAccepted

Z1 · Where the seller fulfils the order the platform does not answer
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card               → PaymentMade
+PT1H  institution  ConfirmPayment                     → PaymentConfirmed
+PT1H  seller       BeginDispatch                      → DispatchBegun
+PT1H  buyer        CancelOrder reason=noLongerWanted  → CancellationRequested
+PT1H  operator     AcceptCancellation                 → refused NotFulfilledByYou
+PT0S  seller       AcceptCancellation                 → CancellationAccepted RefundApproved OrderClosed

Z1 · Not dispatched in time: closed, money back
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card  → PaymentMade
+PT1H  institution  ConfirmPayment        → PaymentConfirmed
+P7D   seller       silent
       · order awaitingShipment
+PT1S  clock        ExpireShipment        → RefundApproved OrderClosed
       · order closed because notShipped

Z1 · The seller can cancel what cannot be sent, whole or in part
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                              → PaymentMade
+PT1H  institution  ConfirmPayment                                    → PaymentConfirmed
+PT1H  seller       BeginDispatch                                     → DispatchBegun
+PT1H  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×2  → CancellationRequested
+PT1H  seller       CancelOrder reason=outOfStock lines=SEED-1×1      → LinesCancelled RefundApproved
       · refund #1 approved, amount 5.00
+PT1H  seller       AcceptCancellation                                → CancellationAccepted LinesCancelled RefundApproved
       · refund #2 approved, amount 5.00
       · line SEED-1, cancelled 2
+PT1H  seller       CancelOrder reason=outOfStock                     → RefundApproved OrderClosed
       · order closed because cancelledBySeller
       · refund #3 approved, amount 7.00

Z1 · One line is shipped, the other cancelled: the order is on its way
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×2  → ParcelShipped
       · buyer may CancelOrder, refund 7.00 to card
+PT1H  buyer        CancelOrder reason=noLongerWanted                      → LinesCancelled RefundApproved OrderShipped
       · order inTransit
       · money escrow 12.50, refunding 7.00

Z1 · The seller cancels the very units that a request is over: that answers it
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                              → PaymentMade
+PT1H  institution  ConfirmPayment                                    → PaymentConfirmed
+PT1H  seller       BeginDispatch                                     → DispatchBegun
+PT1H  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×2  → CancellationRequested
+PT1H  seller       CancelOrder reason=outOfStock lines=SEED-1×2      → LinesCancelled CancellationAccepted RefundApproved
       · cancellation #1 accepted

Z1 · What costs nothing is not shipped alone
marketplace amazon
order USD SEED-1 2×5.00 · GIFT-1 1×0.00
+PT0S  buyer        PayOrder method=card                              → PaymentMade
+PT1H  institution  ConfirmPayment                                    → PaymentConfirmed
+PT1H  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×2  → LinesCancelled RefundApproved OrderClosed

Z8, X3 · What a failed refund owes waits with its own payment: the next refund comes out of the other
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder payments=card:12.00,eWallet:8.00  → PaymentMade
+PT1H  institution  ConfirmPayment payment=#1                  → PaymentConfirmed
+PT0S  institution  ConfirmPayment payment=#2                  → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other lines=CUP-1×1     → LinesCancelled RefundApproved
       · refund #1 approved, amount 10.00, to card
+PT2H  clock        SubmitRefund                               → RefundSubmitting
+PT1H  institution  RecordRefundFailed reason=accountClosed    → RefundFailed
       · money escrow 20.00, refunding 0
+PT1H  seller       CancelOrder reason=other                   → RefundApproved RefundApproved OrderClosed
       · refund #2 approved, amount 2.00, to card
       · refund #3 approved, amount 8.00, to eWallet
+PT1H  operator     ReissueRefund refund=#1                    → RefundApproved RefundReissued
       · refund #4 approved, amount 10.00, to card
       · money escrow 0, refunding 20.00

Z1 · A gift that has left already keeps the order on its way when everything that was paid for is cancelled
marketplace amazon
order USD SEED-1 2×5.00 · GIFT-1 1×0.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=GIFT-1×1  → ParcelShipped
+PT1H  seller       CancelOrder reason=outOfStock                          → LinesCancelled RefundApproved OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered

Z8 · Cancelled in two steps, and the last refund is called off: what was left is the mediators' to decide
marketplace amazon
order USD CUP-1 2×10.00 · TEA-1 1×5.00
+PT0S  buyer        PayOrder method=card                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H  seller       CancelOrder reason=outOfStock lines=TEA-1×1             → LinesCancelled RefundApproved
+PT0S  seller       CancelOrder reason=outOfStock                           → RefundApproved OrderClosed
+PT1H  seller       StopRefund refund=#2 reason="it is in stock after all"  → RefundStopped OrderReopened ClaimOpened

A2 · One of two payments came, the other is rejected: the order is closed, and what came goes back
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder payments=card:12.00,eWallet:8.00  → PaymentMade
+PT1H  institution  ConfirmPayment payment=#1                  → PaymentConfirmed
+PT1H  institution  RejectPayment                              → PaymentVoided RefundApproved OrderClosed

Z1 · Once the dispatch has begun a wish to cancel needs a reason that the marketplace knows
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card           → PaymentMade
+PT1H  institution  ConfirmPayment                 → PaymentConfirmed
+PT1H  seller       BeginDispatch                  → DispatchBegun
+PT1H  buyer        CancelOrder reason=badWeather  → refused ReasonUnknownHere

Z8 · A cancelled order whose refund is stopped waits for its dispatch again, with the platform's discount beside its money
marketplace amazon
order USD CUP-1 2×10.00 less 2.00 by platform
+PT0S  buyer        PayOrder method=card                          → PaymentMade
+PT1H  institution  ConfirmPayment                                → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other                      → RefundApproved OrderClosed
       · money escrow 0, refunding 18.00, subsidy 0
+PT1H  seller       StopRefund reason="It is in stock after all"  → RefundStopped OrderReopened
       · order awaitingShipment
       · money escrow 18.00, refunding 0, subsidy 2.00
       · no claim
       · deadline seller ShipOrder in P7D, else ExpireShipment
