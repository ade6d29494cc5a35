X3 · A refund that is unknown waits, and nobody has a deadline for it
marketplace amazon
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S       buyer        PayOrder method=card               → PaymentMade
            buyer        CancelOrder reason=noLongerWanted  → PaymentVoided OrderClosed
            institution  ConfirmPayment                     → PaymentConfirmed RefundApproved
+PT2H       clock        SubmitRefund                       → RefundSubmitting
            institution  RecordRefundUnknown                → RefundUnknown
+P9DT22H1S  clock        ReportOverdueRefund                → RefundOverdue
            · order closed
            · money escrow 0.00, released 0.00, refunded 0.00
