X3 · The clock's ReissueRefund is refused: RefundAlreadyFailed
marketplace amazon
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card                     → PaymentMade
         buyer        CancelOrder reason=noLongerWanted        → PaymentVoided OrderClosed
         institution  ConfirmPayment                           → PaymentConfirmed RefundApproved
+PT2H    clock        SubmitRefund                             → RefundSubmitting
         institution  RecordRefundFailed reason=accountClosed  → RefundFailed
+P3DT1S  clock        ReissueRefund                            → RefundApproved RefundReissued
         · order closed
         · money escrow 0.00, released 0.00, refunded 0.00
