A1 · An order goes from payment to completion, and shows at each step what is open
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S   buyer        silent
        · order awaitingPayment
        · buyer may PayOrder
        · buyer may CancelOrder
        · buyer may not ConfirmReceipt because NotPaidYet
        · deadline buyer PayOrder in P20D, else ExpirePayment
+PT10M  buyer        PayOrder method=card                                         → PaymentMade
        · order verifyingPayment
        · payment #1 pending, method card, amount 12.50
        · account institution/card/in-flight 12.50
+PT1H   institution  ConfirmPayment                                               → PaymentConfirmed
        · order awaitingShipment
        · money paid 12.50, escrow 12.50, released 0, refunding 0, refunded 0
        · deadline seller ShipOrder in P7D, else ExpireShipment
+P1D    seller       ShipOrder carrier=s10 number=RR123456785CN                   → ParcelShipped OrderShipped
        · order inTransit
        · parcel #1 announced, postedIn CN, lines SEED-1×2
+P20D   carrier      RecordScan number=RR123456785CN status=delivered country=DE  → ParcelScanned OrderDelivered
        · order delivered
        · parcel #1 delivered, marks none
+P1D    buyer        ConfirmReceipt                                               → ReceiptConfirmed EscrowReleased OrderCompleted
        · order completed
        · money escrow 0, released 12.50
        · account seller/cactus 12.50
        · buyer may not ConfirmReceipt because OrderCompleted
        · buyer may not DeleteOrder because OrderNotClosed

A1 · An order can be paid by two methods that add up
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder payments=card:5.00,giftCard:7.00  → refused PaymentsDoNotAddUp
+PT0S  buyer        PayOrder payments=card:5.00,giftCard:7.50  → PaymentMade
       · payment #2 pending, method giftCard, amount 7.50
+PT0S  buyer        PayOrder method=card                       → refused AlreadyPaid
+PT5M  institution  ConfirmPayment payment=#2                  → PaymentConfirmed
       · order verifyingPayment
       · money paid 7.50, escrow 7.50
+PT5M  institution  ConfirmPayment payment=#2                  → refused PaymentAlreadyVerified
+PT5M  institution  ConfirmPayment payment=#1                  → PaymentConfirmed
       · order awaitingShipment
       · money paid 12.50, escrow 12.50

A1 · A way of payment that the marketplace does not take is refused
marketplace aliexpress
order JPY POT-1 1×500
+PT0S  buyer  PayOrder method=bitcoin  → refused MethodNotAccepted
+PT0S  buyer  PayOrder method=alipay   → PaymentMade

A2 · A payment that fails verification closes the order and nothing was taken
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card  → PaymentMade
       · deadline institution ConfirmPayment in P1D, else ExpireVerification
+PT1H  institution  RejectPayment         → PaymentVoided OrderClosed
       · order closed because paymentRejected
       · payment #1 voided
       · account institution/card/in-flight 0
       · account buyer/ann/card 0
+PT1H  buyer        PayOrder method=card  → refused OrderClosed, instead DeleteOrder

A2 · Where one of two payments fails, the money of the other goes back
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder payments=card:5.00,eWallet:7.50  → PaymentMade
+PT1H  institution  ConfirmPayment payment=#1                 → PaymentConfirmed
+PT1H  institution  RejectPayment payment=#2                  → PaymentVoided RefundApproved OrderClosed
       · order closed because paymentRejected
       · refund #1 approved, amount 5.00, to card, cancellableUntil in PT2H, promisedBy in P15D
       · payment #2 voided
       · money paid 5.00, escrow 0, refunding 5.00

A2 · A payment that is not verified in a day closes the order, and money that still comes goes back
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card  → PaymentMade
+P1D   institution  silent
       · order verifyingPayment
+PT1S  clock        ExpireVerification    → PaymentVoided OrderClosed
       · order closed because unpaid
       · payment #1 voided
+P2D   institution  ConfirmPayment        → PaymentConfirmed RefundApproved
       · order closed because unpaid
       · money paid 12.50, escrow 0, refunding 12.50
       · refund #1 approved, amount 12.50, to card
+PT0S  institution  RejectPayment         → refused OrderClosed

A3 · An order that is not paid closes by itself
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+P20D  buyer  silent
       · order awaitingPayment
       · buyer may PayOrder
+PT1S  clock  ExpirePayment  → OrderClosed
       · order closed because unpaid
       · buyer may not PayOrder because OrderClosed

A3 · What comes at the very instant of the deadline is in time
marketplace aliexpress
order USD SEED-1 2×5.00
+P20D  buyer  PayOrder method=card  → PaymentMade
       · order verifyingPayment

A4 · The buyer cancels an unpaid order with a reason and deletes it from the list
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+PT1H  buyer  CancelOrder reason=tooLazy         → refused ReasonUnknownHere
+PT0S  buyer  DeleteOrder                        → refused OrderNotClosed
+PT0S  buyer  RestoreOrder                       → refused OrderNotClosed
+PT0S  buyer  CancelOrder reason=noLongerWanted  → OrderClosed
       · order closed because cancelledByBuyer, hidden no
       · buyer may DeleteOrder
       · buyer may not RestoreOrder because NotDeleted
+PT1M  buyer  RestoreOrder                       → refused NotDeleted, instead DeleteOrder
+PT1M  buyer  DeleteOrder                        → OrderDeleted
       · order closed, hidden yes
+PT1M  buyer  DeleteOrder                        → refused AlreadyDeleted, instead RestoreOrder
+PT1M  buyer  RestoreOrder                       → OrderRestored
       · order closed, hidden no
+PT1M  buyer  CancelOrder reason=noLongerWanted  → refused OrderClosed

A4 · The seller can cancel an unpaid order too
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT1H  seller  CancelOrder reason=other  → OrderClosed
       · order closed because cancelledBySeller

A5 · The seller writes to the buyer and lowers the price of an unpaid order
marketplace aliexpress, amazon, taobao
order USD SEED-1 3×1.00 · POT-1 1×2.00 · shipping 0.99
+PT1H  seller       SendMessage text="I can give you a discount"  → MessageSent
       · event MessageSent by seller, warning none
+PT1H  seller       ReducePrice total=5.99                        → refused PriceNotLower
+PT0S  seller       ReducePrice total=5.00                        → PriceReduced
       · line SEED-1, price 2.50
       · line POT-1, price 1.67
       · order awaitingPayment, shipping 0.83
+PT0S  seller       ReducePrice total=5.00                        → refused PriceNotLower
+PT0S  buyer        PayOrder payments=card:5.99                   → refused PaymentsDoNotAddUp
+PT0S  buyer        PayOrder method=card                          → PaymentMade
+PT0S  seller       ReducePrice total=4.00                        → refused AlreadyPaid
+PT1H  institution  ConfirmPayment                                → PaymentConfirmed
       · money paid 5.00, escrow 5.00

A5 · A price lowered to nothing is an order like any other
marketplace aliexpress
order USD SEED-1 1×1.00 · commission 0.10
+PT1H  seller       ReducePrice total=0                     → PriceReduced
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=notTracked             → refused NothingLeft
       · buyer may not OpenClaim because NothingLeft
+PT1H  buyer        ConfirmReceipt                          → ReceiptConfirmed OrderCompleted

A5 · A lower price lowers the commission with it
marketplace aliexpress
order USD SEED-1 1×10.00 · commission 1.00
+PT1H  seller       ReducePrice total=5.00                  → PriceReduced
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+PT1H  buyer        ConfirmReceipt                          → ReceiptConfirmed EscrowReleased OrderCompleted
       · account platform/commission 0.50
       · account seller/cactus 4.50

A6 · Who has piled up twenty unpaid orders places no other
marketplace aliexpress
order USD SEED-1 2×5.00 · elsewhere 20 unpaid orders
+PT0S  operator  PlaceOrder  → refused TooManyUnpaidOrders

A6 · Nineteen unpaid orders do not block the twentieth
marketplace aliexpress
order USD SEED-1 2×5.00 · elsewhere 19 unpaid orders
+PT0S  operator  PlaceOrder  → OrderPlaced

A6 · Where there is no sanction any number is allowed
marketplace aliexpress · setting unpaidOrdersAllowed=null
order USD SEED-1 2×5.00 · elsewhere 500 unpaid orders
+PT0S  operator  PlaceOrder  → OrderPlaced

A1 · The platform's discount comes with the last of several payments
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 less 2.00 by platform · shipping 2.50
+PT0S  buyer        PayOrder payments=card:5.00,giftCard:5.50  → PaymentMade
+PT5M  institution  ConfirmPayment payment=#1                  → PaymentConfirmed
       · money paid 5.00, escrow 5.00, subsidy 0
+PT0S  institution  RejectPayment payment=#1                   → refused PaymentAlreadyVerified
+PT5M  institution  ConfirmPayment payment=#2                  → PaymentConfirmed
       · money paid 10.50, escrow 10.50, subsidy 2.00

A2 · Money that comes after the order was closed brings no discount of the platform with it
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 less 2.00 by platform · shipping 2.50
+PT0S    buyer        PayOrder payments=card:5.00,giftCard:5.50  → PaymentMade
+PT0S    institution  ConfirmPayment payment=#1                  → PaymentConfirmed
+P1DT1S  clock        ExpireVerification                         → PaymentVoided RefundApproved OrderClosed
         · money paid 5.00, refunding 5.00, subsidy 0
+PT1S    institution  ConfirmPayment payment=#2                  → PaymentConfirmed RefundApproved
         · money paid 10.50, refunding 10.50, escrow 0, subsidy 0
         · refund #2 approved, amount 5.50, orderWas verifyingPayment

A1 · One way of payment that the marketplace does not take is enough to refuse them all
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer  PayOrder payments=card:5.00,bitcoin:7.50  → refused MethodNotAccepted
+PT0S  buyer  PayOrder payments=card:12.50              → PaymentMade

A2 · Money that came after the end, and whose way back is stopped: the order ends again, nobody is heard, and it goes back all the same
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                   → PaymentMade
+P1DT1S  clock        ExpireVerification                     → PaymentVoided OrderClosed
+PT1H    institution  ConfirmPayment                         → PaymentConfirmed RefundApproved
+PT1H    operator     StopRefund reason="Whose money is it"  → RefundStopped OrderReopened
         · no claim
+PT1S    clock        ExpireVerification                     → RefundApproved OrderClosed
         · order closed because unpaid
         · money paid 10.00, escrow 0, refunding 10.00
