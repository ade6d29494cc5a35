A14 · Once shipped there is no cancelling: the buyer tracks and confirms receipt
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                                                        → PaymentConfirmed
       · buyer may not ConfirmReceipt because NotShippedYet
+PT1H  seller       ShipOrder carrier=s10 number=RR123456785CN                                            → ParcelShipped OrderShipped
       · buyer may not RequestCancellation because AlreadyShipped
       · buyer may not CancelOrder because AlreadyPaid
       · buyer may ConfirmReceipt, releases 10.00
+P3D   carrier      RecordScan number=RR123456785CN status=inTransit place=Shenzhen country=CN position=22.5/114.1  → ParcelScanned
       · parcel #1 inTransit
+P3D   buyer        ConfirmReceipt                                                                        → ReceiptConfirmed EscrowReleased OrderCompleted
       · order completed
       · account seller/cactus 10.00
+PT0S  buyer        OpenClaim ground=notReceived                                                          → refused OrderCompleted

A15 · The seller is paid when the protection ends and nothing is open
marketplace aliexpress
order USD SEED-1 2×5.00 · commission 0.80
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
       · deadline buyer ConfirmReceipt in P60D, else ReleaseEscrow
+P60D  buyer        silent
       · order inTransit
       · money escrow 10.00
       · buyer may OpenClaim
+PT1S  clock        ReleaseEscrow                           → EscrowReleased OrderCompleted
       · order completed
       · money escrow 0, released 10.00, commission 0.80
       · account seller/cactus 9.20
       · account platform/commission 0.80

A15 · Once delivered the end is fifteen days later, whatever was left of the sixty
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P5D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
          · deadline buyer ConfirmReceipt in P15D, else ReleaseEscrow
+P15DT1S  clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
          · order completed

A15 · Delivered on the last day, the buyer still has the fifteen days
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P60D  carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
       · deadline buyer ConfirmReceipt in P15D, else ReleaseEscrow

A15 · The seller lengthens the protection, more than once, up to 120 days in all
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT0S  seller       ExtendProtection by=P10D                             → refused NotShippedYet
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P1D   seller       ExtendProtection by=PT0S                             → refused DeadlineOnlyLater
+PT0S  seller       ExtendProtection by=P100D                            → ProtectionExtended
       · deadline buyer ConfirmReceipt in P159D, else ReleaseEscrow
+PT0S  seller       ExtendProtection by=P20D                             → ProtectionExtended
+PT0S  seller       ExtendProtection by=PT1S                             → refused ProtectionExtendedEnough
+P10D  carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
       · deadline buyer ConfirmReceipt in P135D, else ReleaseEscrow

A15 · An open claim holds the whole escrow, and when it ends after the period the rest is released at once
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                                → PaymentMade
+PT1H  institution  ConfirmPayment                                                      → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                              → ParcelShipped OrderShipped
+P5D   carrier      RecordScan number=OUT-1 status=delivered country=DE                 → ParcelScanned OrderDelivered
+P14D  buyer        OpenClaim ground=defective remedy=money amount=3.00 evidence=photo  → ClaimOpened
       · no deadline ReleaseEscrow
+P4D   seller       RefuseClaim note="It was fine when it left"                         → ClaimRefused
       · order delivered
       · money escrow 10.00
+P2D   seller       MakeOffer remedy=money amount=2.00                                  → OfferMade
+P1D   buyer        AcceptOffer                                                         → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · claim #1 settled
       · refund #1 approved, amount 2.00
+PT1S  clock        ReleaseEscrow                                                       → EscrowReleased OrderCompleted
       · order completed
       · money released 8.00, refunding 2.00

A15 · Protection ends while a claim is open, and withdrawing it says that this is lost
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P5D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P14D  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
       · buyer may WithdrawClaim, loses nothing
+P1D   buyer        silent
       · buyer may WithdrawClaim, loses protectionEnded
+P1D   buyer        WithdrawClaim                                        → ClaimWithdrawn
+PT1S  clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
       · order completed

A15 · Where no delivery was recorded the buyer is asked before the release
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P30D  clock        RemindParty                             → PartyReminded
       · event PartyReminded by clock, who buyer, owes ConfirmReceipt, question haveYouReceivedIt
+P29D  clock        RemindParty                             → PartyReminded
       · event PartyReminded, question haveYouReceivedIt, by in P1D

A15 · Where it was delivered nobody asks whether it came
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+PT1H     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P7DT12H  clock        RemindParty                                          → PartyReminded
          · event PartyReminded, who buyer, question none
+P6DT12H  clock        RemindParty                                          → PartyReminded
          · event PartyReminded, who buyer, question none

A15 · Two parcels: the order is delivered when the last one is
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×2  → ParcelShipped
       · order awaitingShipment
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-2 lines=POT-1×2   → refused QuantityTooHigh
+PT0S  seller       ShipOrder carrier=sandbox number=OUT-2                 → ParcelShipped OrderShipped
       · order inTransit
       · parcel #2 announced, lines POT-1×1
+PT0S  seller       ShipOrder carrier=sandbox number=OUT-3                 → refused AlreadyShipped
+P5D   carrier      RecordScan number=OUT-2 status=delivered country=DE    → ParcelScanned
       · order inTransit
       · line POT-1, delivered 1
+P5D   carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
       · order delivered

A15 · What the platform gave as a discount reaches the seller, and goes back to the platform with a refund
marketplace aliexpress
order USD SEED-1 2×5.00 less 2.00 by platform · POT-1 1×4.00 less 1.00 by seller tax 0.30 · commission 1.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
       · money paid 11.30, escrow 11.30, subsidy 2.00
       · account platform/discounts -2.00
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P6D   buyer        OpenClaim ground=notTracked remedy=money amount=5.65  → ClaimOpened
+P1D   seller       AcceptClaim                                           → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · refund #1 approved, amount 5.65, subsidy 1.00
       · account platform/discounts -1.00
       · money escrow 5.65, subsidy 1.00
+P1D   buyer        ConfirmReceipt                                        → ReceiptConfirmed EscrowReleased OrderCompleted
       · account seller/cactus 6.15
       · account platform/commission 0.50
