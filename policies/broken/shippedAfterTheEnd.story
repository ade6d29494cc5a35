A23 · The buyer keeps goods whose money went back, and nobody decided so
marketplace amazon
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                       → PaymentMade
       buyer        CancelOrder reason=noLongerWanted          → PaymentVoided OrderClosed
       seller       ShipOrder carrier=sandbox number=PARCEL-1  → ParcelShipped
       institution  ConfirmPayment                             → PaymentConfirmed RefundApproved
+PT2H  clock        SubmitRefund                               → RefundSubmitting
       institution  RecordRefundSettled                        → RefundSettled
       · order closed
       · money escrow 0.00, released 0.00, refunded 20.00
