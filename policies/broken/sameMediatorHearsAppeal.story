A21 · An appeal is heard by who decided first
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
       institution  ConfirmPayment                                               → PaymentConfirmed
       buyer        RequestCancellation reason=noLongerWanted sellerAtFault=yes  → ClaimOpened
       buyer        EscalateClaim                                                → ClaimEscalated
       mediator     DecideClaim amount=0.00 remedy=money reasons=evidence        → ClaimDecided
       buyer        AppealDecision                                               → DecisionAppealed
       mediator     DecideClaim amount=0.00 remedy=money reasons=evidence        → ClaimDecided ClaimSettled
       · order awaitingShipment
       · money escrow 20.00, released 0.00, refunded 0.00
