X3 · An appeal against a sanction waits, and nobody has a deadline for it
marketplace taobao
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  seller  CancelOrder reason=notShippedOnTime  → SellerSanctioned OrderClosed
       seller  AppealSanction                       → SanctionAppealed
       · order closed
       · money escrow 0.00, released 0.00, refunded 0.00
