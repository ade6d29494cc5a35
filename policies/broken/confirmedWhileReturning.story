A15 · The order is completed while a claim is open
marketplace taobao
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                                          → PaymentMade
       institution  ConfirmPayment                                                → PaymentConfirmed
       buyer        OpenClaim ground=noLongerWanted remedy=money evidence=file-1  → ClaimOpened
       seller       ShipOrder carrier=sandbox number=PARCEL-1                     → ParcelShipped OrderShipped ClaimRefused
       buyer        ConfirmReceipt                                                → ReceiptConfirmed EscrowReleased OrderCompleted
       · order completed
       · money escrow 0.00, released 20.00, refunded 0.00
