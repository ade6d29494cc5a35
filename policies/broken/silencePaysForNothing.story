A23 · The seller was paid for goods that the buyer does not have, and nobody decided so
marketplace taobao
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S    buyer        PayOrder method=card  → PaymentMade
         institution  ConfirmPayment        → PaymentConfirmed
+P7DT1S  clock        ReleaseEscrow         → EscrowReleased OrderCompleted
         · order completed
         · money escrow 0.00, released 20.00, refunded 0.00
