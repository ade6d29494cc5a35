// The HTTP API's types, generated from openapi.json by `npm run generate`.
// Do not edit: a test compares it with what would be written now.

export type CommandBody = (PayOrder | ReducePrice | CancelOrder | BeginDispatch | DeleteOrder | RestoreOrder | ConfirmReceipt | RequestCancellation | AcceptCancellation | WithdrawCancellation | RefuseCancellation | ShipOrder | ExtendProtection | RequestReturn | WithdrawFromContract | AuthorizeReturn | DeclineReturn | CallOffReturn | CancelReturn | ApproveRefund | PostReturn | ReceiveReturn | ShipReplacement | OpenClaim | AcceptClaim | RefuseClaim | MakeOffer | AcceptOffer | WithdrawClaim | EscalateClaim | ReviseClaim | AddEvidence | DecideClaim | AppealDecision | StopRefund | ReissueRefund | HoldRefund | TakeHold | ReleaseHold | ResolveRefund | ConfirmRefundFailure | DismissRefundFailure | InquireChargeback | InquireRefund | RequestReversal | AnswerReversal | AppealReversal | AskForMore | GrantReversal | RefuseReversal | SanctionBuyer | AnswerSanction | AppealSanction | UpholdSanction | LiftSanction | ExtendDeadline | TakeBackExtension)
export type PayOrder = ({
[k: string]: unknown
} & {
type: "PayOrder"
method?: ("card" | "bankAccount" | "eWallet" | "westernUnion" | "alipay" | "giftCard")
payments?: {
method: ("card" | "bankAccount" | "eWallet" | "westernUnion" | "alipay" | "giftCard")
amountMinor: number
}[]
expectedVersion?: number
})
export type PayoutInFull = (Payout & {
lines: {
orderId: string
externalId: string
marketplace: string
eventSeq: number
type: string
at: string
amountMinor: number
}[]
steps: {
seq: number
at: string
type: string
by: string
reason: (string | null)
}[]
})

export interface paths {
"/v1/orders": {
get: {
parameters: {
query?: {
marketplace?: string
status?: ("awaitingPayment" | "verifyingPayment" | "awaitingShipment" | "inTransit" | "delivered" | "returnStarted" | "completed" | "closed")
q?: string
buyer?: string
seller?: string
amountFrom?: string
placedFrom?: string
placedTo?: string
open?: ("cancellations" | "returns" | "claims" | "refunds" | "reversals")
owes?: ("buyer" | "seller" | "mediator" | "operator" | "institution" | "carrier" | "clock")
sort?: "deadline"
cursor?: string
limit?: string
}
}
responses: {
200: {
content: {
"application/json": {
orders: Order[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": Order
}
}
201: {
content: {
"application/json": Order
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": OrderBody
}
}
}
}
"/v1/orders:batch": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
results: {
status: number
order?: Order
problem?: Problem
}[]
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": ({
orders: unknown[]
} | unknown[])
}
}
}
}
"/v1/orders/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Order
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders:open": {
get: {
parameters: {
query?: {
owes?: ("buyer" | "seller" | "mediator" | "operator" | "institution" | "carrier" | "clock")
}
}
responses: {
200: {
content: {
"application/json": {
open: {
marketplace: string
status: ("awaitingPayment" | "verifyingPayment" | "awaitingShipment" | "inTransit" | "delivered" | "returnStarted" | "completed" | "closed")
orders: number
cancellations: number
returns: number
claims: number
refunds: number
reversals: number
}[]
turns: {
who: string
orders: number
}[]
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/effects": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
effects: {
id: string
orderId: string
kind: string
attempts: number
nextAt: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/ledger": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
accounts: {
account: string
currency: string
balanceMinor: number
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/extensions": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
batches: {
batch: string
at: string
by: string
extended: number
takenBack: number
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/extensions/{batch}": {
get: {
parameters: {
path: {
batch: string
}
}
responses: {
200: {
content: {
"application/json": {
batch: string
deadlines: {
orderId: string
externalId: string
marketplace: string
deadline: string
who: (string | null)
owes: (string | null)
otherwise: (string | null)
by: (string | null)
before: (string | null)
state: ("standing" | "takenBack")
until: (string | null)
refusal: (string | null)
because: (string | null)
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/commands": {
post: {
parameters: {
path: {
id: string
}
header: {
"idempotency-key": string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": CommandBody
}
}
}
}
"/v1/orders/{id}/events": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
events: Event[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/journal": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
postings: Posting[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/stream": {
get: {
parameters: {
header?: {
"last-event-id"?: string
}
}
responses: {
200: {
content: {
"text/event-stream": string
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/messages": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
messages: Message[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {
path: {
id: string
}
header?: {
"idempotency-key"?: string
}
}
responses: {
201: {
content: {
"application/json": Message
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
text: string
}
}
}
}
}
"/v1/evidence": {
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": Evidence
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"multipart/form-data": {
file: string
}
}
}
}
}
"/v1/evidence/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"image/jpeg": unknown
"image/png": unknown
"image/webp": unknown
"image/gif": unknown
"image/heic": unknown
"application/pdf": unknown
"video/mp4": unknown
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
410: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/returns/{returnId}/label.pdf": {
get: {
parameters: {
path: {
id: string
returnId: string
}
query?: {
language?: ("en" | "zh" | "ru")
size?: ("a6" | "4x6")
}
}
responses: {
200: {
content: {
"application/pdf": unknown
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
410: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/labels/unrefunded": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
labels: {
orderId: string
returnId: string
carrier: string
reference: string
trackingNumber: (string | null)
refund: ("submitted" | "rejected" | "notApplicable")
voidedAt: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/tracking-numbers": {
get: {
parameters: {
query: {
carrier: string
number: string
}
}
responses: {
200: {
content: {
"application/json": {
form: ("valid" | "wrongForm" | "wrongCheckDigit")
country: (string | null)
refusal: (string | null)
because: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/dossier": {
get: {
parameters: {
path: {
id: string
}
query?: {
language?: ("en" | "zh" | "ru")
}
}
responses: {
200: {
content: {
"application/zip": unknown
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/ladder": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Ladder
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/dossier-key": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
id: string
algorithm: "Ed25519"
publicKey: string
since: string
}
}
}
}
}
}
"/v1/dossier-verifier": {
get: {
parameters: {

}
responses: {
200: {
content: {
"text/javascript": string
}
}
}
}
}
"/v1/tokens": {
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": {
token: string
expiresAt: string
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
role: ("buyer" | "seller" | "mediator" | "operator")
id: string
ttl?: string
}
}
}
}
}
"/v1/keys": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
keys: ApiKey[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": (ApiKey & {
key: string
})
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
name: string
scope: ("operator" | "orders" | "read")
}
}
}
}
}
"/v1/keys/{id}": {
delete: {
parameters: {
path: {
id: string
}
}
responses: {
204: {
content: {

}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/people/{role}/{id}/words": {
delete: {
parameters: {
path: {
role: string
id: string
}
}
responses: {
200: {
content: {
"application/json": {
erased: boolean
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/session": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": Session
}
}
}
}
delete: {
parameters: {

}
responses: {
204: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/session/proof": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": (Session & {
signInAt: (string | null)
})
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody?: {
content: {
"application/json": {
password?: string
returnTo?: string
}
}
}
}
}
"/v1/sessions": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
sessions: KeptSession[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sessions/{id}": {
delete: {
parameters: {
path: {
id: string
}
}
responses: {
204: {
content: {

}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/auth/sign-up/email": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
signedIn: true
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
name: string
email: string
password: string
}
}
}
}
}
"/v1/auth/sign-in/email": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
signedIn: true
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
email: string
password: string
rememberMe?: boolean
}
}
}
}
}
"/v1/auth/sign-in/social": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
url: string
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
provider: "marketplace"
callbackURL: string
errorCallbackURL?: string
}
}
}
}
}
"/v1/auth/callback/{provider}": {
get: {
parameters: {
path: {
provider: string
}
}
responses: {
302: {
content: {

}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/auth/request-password-reset": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
done: true
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
email: string
}
}
}
}
}
"/v1/auth/reset-password": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
done: true
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
token: string
newPassword: string
}
}
}
}
}
"/v1/auth/send-verification-email": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
done: true
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
email: string
}
}
}
}
}
"/v1/auth/verify-email": {
get: {
parameters: {
query: {
token: string
callbackURL?: string
}
}
responses: {
200: {
content: {
"application/json": {
done: true
}
}
}
302: {
content: {

}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/people": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
people: Person[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": {
person: Person
link: string
token: string
expiresAt: string
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
email: string
role: ("buyer" | "seller" | "mediator" | "operator")
id: string
name: string
}
}
}
}
}
"/v1/people/{role}/{id}": {
delete: {
parameters: {
path: {
role: string
id: string
}
}
responses: {
200: {
content: {
"application/json": {
closed: boolean
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/people/{role}/{id}/export": {
get: {
parameters: {
path: {
role: string
id: string
}
query?: {
language?: ("en" | "zh" | "ru")
}
}
responses: {
200: {
content: {
"application/zip": unknown
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/session/orders": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": Session
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
orderNumber: string
}
}
}
}
}
"/v1/sellers/{id}/statement": {
get: {
parameters: {
path: {
id: string
}
query?: {
from?: string
to?: string
}
}
responses: {
200: {
content: {
"application/json": Statement
"text/csv": string
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/payouts": {
get: {
parameters: {
query?: {
status?: ("submitting" | "submitted" | "unknown" | "settled" | "failed")
seller?: string
marketplace?: string
batch?: string
cursor?: string
limit?: number
}
}
responses: {
200: {
content: {
"application/json": {
payouts: Payout[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
shares: PayoutShare[]
}
}
}
201: {
content: {
"application/json": {
batch: PayoutBatch
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
marketplace: string
dryRun?: boolean
}
}
}
}
}
"/v1/payout-batches": {
get: {
parameters: {
query?: {
marketplace?: string
cursor?: string
limit?: number
}
}
responses: {
200: {
content: {
"application/json": {
batches: PayoutBatch[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/payouts/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": PayoutInFull
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/payouts/{id}/inquire": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Payout
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/payouts/{id}/resolve": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Payout
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
outcome: ("submitted" | "settled" | "failed")
reason: string
}
}
}
}
}
"/v1/sellers/{id}/payout-account": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": PayoutAccounts
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
put: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": PayoutAccounts
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
account: string
}
}
}
}
}
"/v1/risk/holds": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
holds: {
orderId: string
externalId: string
marketplace: string
refundId: string
amountMinor: number
currency: string
buyer: string
seller: string
reasons: {
of: ("buyer" | "seller" | "order")
fact: string
value: number
atLeast: number
}[]
secondPerson: boolean
reviewer: (string | null)
heldAt: string
reviewBy: (string | null)
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/risk/{role}/{id}": {
get: {
parameters: {
path: {
role: string
id: string
}
}
responses: {
200: {
content: {
"application/json": {
marketplaces: {
marketplace: string
facts: {
orders: number
refundShare: number
emptyBoxes: number
claimsWithdrawn: number
claimsLost: number
sameEvidence: number
points: number
}
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/alike": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
alike: {
evidenceId: string
otherId: string
orderId: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/audit": {
get: {
parameters: {
query?: {
by?: string
before?: string
limit?: number
}
}
responses: {
200: {
content: {
"application/json": {
entries: AuditEntry[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/marketplaces": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
marketplaces: {
name: string
cartLink: (string | null)
look: ({
name?: string
logo?: string
accent?: {
light: string
dark: string
}
words?: {
en?: {
[k: string]: string
}
zh?: {
[k: string]: string
}
ru?: {
[k: string]: string
}
}
} | null)
}[]
modelOrigins: string[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/laws": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
laws: Law[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
policies: {
name: string
version: number
zone: string
source: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": (PolicyVersion & {
proof: Proof
changes: string[]
})
}
}
201: {
content: {
"application/json": (PolicyVersion & {
proof: Proof
changes: string[]
})
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": Policy
}
}
}
}
"/v1/policies/{name}": {
get: {
parameters: {
path: {
name: string
}
}
responses: {
200: {
content: {
"application/json": Policy
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/versions": {
get: {
parameters: {
path: {
name: string
}
}
responses: {
200: {
content: {
"application/json": {
versions: PolicyVersion[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/versions/{version}": {
get: {
parameters: {
path: {
name: string
version: string
}
}
responses: {
200: {
content: {
"application/json": (PolicyVersion & {
rules: Policy
})
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/versions/{version}/changes": {
get: {
parameters: {
path: {
name: string
version: string
}
}
responses: {
200: {
content: {
"application/json": {
policy: string
version: number
against: (number | null)
changes: PolicyDifference[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/proof": {
get: {
parameters: {
path: {
name: string
}
query?: {
version?: string
}
}
responses: {
200: {
content: {
"application/json": Proof
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/versions/{version}/confirm": {
post: {
parameters: {
path: {
name: string
version: string
}
}
responses: {
200: {
content: {
"application/json": PolicyVersion
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/versions/{version}/reject": {
post: {
parameters: {
path: {
name: string
version: string
}
}
responses: {
200: {
content: {
"application/json": PolicyVersion
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/policies/{name}/diagram.svg": {
get: {
parameters: {
path: {
name: string
}
query?: {
language?: ("en" | "zh" | "ru")
shape?: ("wide" | "narrow")
}
}
responses: {
200: {
content: {
"image/svg+xml": string
}
}
304: {
content: {

}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/withdrawals": {
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": {
id: string
confirmBefore: string
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
orderNumber: string
name: string
email: string
lines?: {
sku: string
quantity: number
}[]
}
}
}
}
}
"/v1/withdrawals/{id}/confirm": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": WithdrawalNotice
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/withdrawals/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": WithdrawalNotice
"text/plain": string
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/orders/{id}/withdrawals/{withdrawal}": {
get: {
parameters: {
path: {
id: string
withdrawal: string
}
}
responses: {
200: {
content: {
"application/json": {
id: string
receivedAt: string
document: string
}
"text/plain": string
}
}
401: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/webhooks": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
webhooks: Webhook[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": (Webhook & {
secret: string
})
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
url: string
description?: string
marketplace?: (string | null)
types?: (string[] | null)
}
}
}
}
}
"/v1/webhooks/{id}": {
delete: {
parameters: {
path: {
id: string
}
}
responses: {
204: {
content: {

}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/webhooks/{id}/pause": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Webhook
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/webhooks/{id}/resume": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Webhook
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/webhooks/{id}/deliveries": {
get: {
parameters: {
path: {
id: string
}
query?: {
cursor?: string
limit?: number
}
}
responses: {
200: {
content: {
"application/json": {
deliveries: Delivery[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/webhooks/{id}/deliveries/{delivery}/replay": {
post: {
parameters: {
path: {
id: string
delivery: string
}
}
responses: {
200: {
content: {
"application/json": Delivery
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/mail/unsubscribe/{token}": {
get: {
parameters: {
path: {
token: string
}
}
responses: {
200: {
content: {
"text/html": string
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {
path: {
token: string
}
}
responses: {
200: {
content: {
"text/html": string
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/me/mail": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": MailWish
}
}
401: {
content: {
"application/problem+json": Problem
}
}
}
}
put: {
parameters: {

}
responses: {
200: {
content: {
"application/json": MailWish
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
optional: boolean
language?: ("en" | "zh" | "ru" | null)
}
}
}
}
}
"/v1/mails": {
get: {
parameters: {
query?: {
status?: ("waiting" | "sent" | "refused" | "givenUp" | "notSent" | "kept")
cursor?: string
limit?: number
}
}
responses: {
200: {
content: {
"application/json": {
mails: Mail[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/mails/{id}/again": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Mail
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/me/views": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
views: SavedView[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
201: {
content: {
"application/json": SavedView
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
name: string
search: OrderSearch
}
}
}
}
}
"/v1/me/views/{id}": {
put: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": SavedView
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
name?: string
search?: OrderSearch
}
}
}
}
delete: {
parameters: {
path: {
id: string
}
}
responses: {
204: {
content: {

}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/notices/{sender}": {
post: {
parameters: {
path: {
sender: string
}
}
responses: {
200: {
content: {
"application/json": {
received: true
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
[k: string]: unknown
}
}
}
}
}
"/v1/sandbox/clock": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
now: string
running: boolean
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
now: string
running: boolean
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
advance?: string
run?: boolean
}
}
}
}
}
"/v1/sandbox/institution": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
mode: ("auto" | "manual")
settleAfter: (string | null)
next: string[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
mode: ("auto" | "manual")
settleAfter: (string | null)
next: string[]
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
mode?: ("auto" | "manual")
settleAfter?: (string | null)
next?: ("timeoutAfterAccept" | "error500AfterAccept" | "reject" | "hang")[]
}
}
}
}
}
"/v1/sandbox/institution/refunds": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
refunds: {
key: string
amountMinor: number
currency: string
to: string
at: string
status: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/payments/{id}/confirm": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/payments/{id}/reject": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/refunds/{key}/settle": {
post: {
parameters: {
path: {
key: string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/refunds/{key}/fail": {
post: {
parameters: {
path: {
key: string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/refunds/{key}/reverse": {
post: {
parameters: {
path: {
key: string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/payments/{id}/chargeback": {
post: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
amountMinor?: number
outcome?: ("won" | "lost" | "withdrawn")
}
}
}
}
}
"/v1/sandbox/carrier/scans": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
order: Order
events: Event[]
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
trackingNumber: string
status: ("accepted" | "inTransit" | "outForDelivery" | "attempted" | "availableForPickup" | "delivered" | "returnedToSender" | "lost" | "exception")
place?: string
country?: string
position?: {
latitude: number
longitude: number
}
at?: string
}
}
}
}
}
"/v1/sandbox/institution/payouts": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
payouts: {
key: string
sellerId: string
amountMinor: number
currency: string
at: string
status: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/payouts/{key}/settle": {
post: {
parameters: {
path: {
key: string
}
}
responses: {
200: {
content: {
"application/json": Payout
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/institution/payouts/{key}/fail": {
post: {
parameters: {
path: {
key: string
}
}
responses: {
200: {
content: {
"application/json": Payout
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/mail": {
get: {
parameters: {
query?: {
cursor?: string
limit?: number
}
}
responses: {
200: {
content: {
"application/json": {
mails: (Mail & {
to: string
subject: (string | null)
at: string
})[]
next: (string | null)
}
}
}
400: {
content: {
"application/problem+json": Problem
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/mail/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": (Mail & {
to: string
subject: (string | null)
at: string
text: (string | null)
html: (string | null)
unsubscribeAt: (string | null)
})
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/demo/people": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
people: {
id: string
role: ("buyer" | "seller" | "mediator" | "operator")
name: string
marketplace: (string | null)
country: string
locale: string
}[]
}
}
}
}
}
}
"/v1/session/demo": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": Session
}
}
400: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
person: string
}
}
}
}
}
"/v1/demo": {
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
orders: number
}
}
}
403: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/sandbox/letters": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
letters: {
kind: ("proveEmail" | "setPassword" | "invited")
to: string
token: string
at: string
}[]
}
}
}
401: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
429: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/v1/demo/clock": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": DemoClock
}
}
}
}
post: {
parameters: {

}
responses: {
200: {
content: {
"application/json": DemoClock
}
}
400: {
content: {
"application/problem+json": Problem
}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
}
requestBody: {
content: {
"application/json": {
advance?: string
}
}
}
}
}
"/health": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
status: "ok"
store: string
sandbox: boolean
}
}
}
}
}
}
"/openapi.json": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
openapi: string
[k: string]: unknown
}
}
}
}
}
}
"/docs": {
get: {
parameters: {

}
responses: {
200: {
content: {
"text/html": string
}
}
}
}
}
"/docs/refusals": {
get: {
parameters: {

}
responses: {
200: {
content: {
"text/html": string
"application/json": {
refusals: {
code: string
title: string
next: string
instead: string[]
}[]
}
}
}
}
}
}
"/docs/refusals/{code}": {
get: {
parameters: {
path: {
code: string
}
}
responses: {
200: {
content: {
"text/html": string
"application/json": {
code: string
title: string
next: string
instead: string[]
}
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/docs/problems/{kind}": {
get: {
parameters: {
path: {
kind: string
}
}
responses: {
200: {
content: {
"text/html": string
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/docs/{file}": {
get: {
parameters: {
path: {
file: string
}
}
responses: {
200: {
content: {
"text/css": string
"text/javascript": string
"application/json": unknown
}
}
404: {
content: {
"application/problem+json": Problem
}
}
}
}
}
}
export interface Order {
id: string
externalId: string
marketplace: string
policyVersion: number
law: ({
name: string
version: number
} | null)
version: number
placedAt: string
updatedAt: string
locale: (string | null)
fulfilledBy: ("seller" | "platform")
status: ("awaitingPayment" | "verifyingPayment" | "awaitingShipment" | "inTransit" | "delivered" | "returnStarted" | "completed" | "closed")
closedBecause: ("unpaid" | "paymentRejected" | "cancelledByBuyer" | "cancelledBySeller" | "cancellationAccepted" | "sellerSilent" | "notShipped" | "refunded" | "withdrawnFromContract" | "chargedBack" | null)
deleted: boolean
buyer: {
id: string
country: string
name: (string | null)
email?: (string | null)
address?: (string | null)
}
seller: {
id: string
country: string
name: (string | null)
email?: (string | null)
address?: (string | null)
}
lines: {
sku: string
title: string
quantity: number
unitPriceMinor: number
discountMinor: number
discountBy: ("seller" | "platform" | null)
taxMinor: number
model3dUrl: (string | null)
imageUrl: (string | null)
finalSale: boolean
excepted: ("customMade" | "sealedHygiene" | "digitalBegun" | null)
priceMinor: number
platformMinor: number
cancelled: number
shipped: number
delivered: number
returning: number
returned: number
}[]
shippingMinor: number
commissionMinor: number
shipWithin: (string | null)
shipBy: (string | null)
protectionEnds: (string | null)
paidAt: (string | null)
confirmedAt: (string | null)
shippedAt: (string | null)
deliveredAt: (string | null)
endedAt: (string | null)
money: {
currency: string
totalMinor: number
paidMinor: number
inEscrowMinor: number
releasedMinor: number
refundingMinor: number
refundedMinor: number
subsidyMinor: number
commissionPaidMinor: number
owedByBuyerMinor: number
}
payments: {
id: string
method: string
amountMinor: number
status: ("pending" | "captured" | "voided")
refundingMinor: number
refundedMinor: number
madeAt: string
capturedAt: (string | null)
}[]
parcels: {
id: string
kind: ("order" | "return" | "replacement")
returnId: (string | null)
carrier: string
trackingNumber: string
status: string
lines: {
sku: string
quantity: number
}[]
shippedAt: string
postedIn: (string | null)
deliveredAt: (string | null)
scans: {
status: string
at: string
place: (string | null)
country: (string | null)
position: ({
latitude: number
longitude: number
} | null)
}[]
marks: ("silent" | "foreignEnd" | "returned" | "lost")[]
}[]
cancellations: {
id: string
status: ("requested" | "accepted" | "refused" | "withdrawn")
reason: string
fault: string
lines: ({
sku: string
quantity: number
}[] | null)
note: (string | null)
evidence: string[]
requestedAt: string
endedAt: (string | null)
}[]
returns: {
id: string
rma: string
status: ("requested" | "authorized" | "inTransit" | "received" | "closed" | "declined" | "cancelled" | "expired")
claimId: (string | null)
lines: {
sku: string
quantity: number
reason: string
}[]
remedy: ("refund" | "replacement" | "repair")
refundTo: (string | null)
amountMinor: number
sellerPays: boolean
label: ({
id: string
carrier: string
trackingNumber: string
voidedAt: (string | null)
url: (string | null)
} | null)
parcelId: (string | null)
replacementParcelId: (string | null)
condition: (string | null)
advance: boolean
approvedByHand: boolean
requestedAt: string
authorizedAt: (string | null)
postedAt: (string | null)
scannedAt: (string | null)
backAt: (string | null)
receivedAt: (string | null)
overdueAt: (string | null)
endedAt: (string | null)
withdrawnAt: (string | null)
}[]
claims: {
id: string
status: ("awaitingSeller" | "awaitingBuyer" | "awaitingGoods" | "inMediation" | "decided" | "settled" | "withdrawn" | "lapsed")
stage: string
ground: string
fault: string
graver: boolean
silence: ("grants" | "escalates")
lines: ({
sku: string
quantity: number
}[] | null)
remedy: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
amountMinor: number
note: (string | null)
evidence: string[]
offers: {
by: ("buyer" | "seller")
remedy: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
amountMinor: number
note: (string | null)
at: string
}[]
decisions: {
by: string
amountMinor: number
remedy: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
reasons: string[]
note: (string | null)
at: string
final: boolean
}[]
agreed: ({
remedy: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
amountMinor: number
} | null)
appealedBy: ("buyer" | "seller" | null)
returnId: (string | null)
guarantee: boolean
openedAt: string
answeredAt: (string | null)
escalatedAt: (string | null)
overdueAt: (string | null)
endedAt: (string | null)
}[]
refunds: {
id: string
paymentId: string
amountMinor: number
to: string
status: ("approved" | "submitting" | "submitted" | "settled" | "stopped" | "failed" | "unknown" | "reversed")
cause: {
kind: string
id: (string | null)
}
lines: {
sku: string
quantity: number
}[]
approvedAt: string
cancellableUntil: string
promisedBy: string
overdue: boolean
submittedAt: (string | null)
settledAt: (string | null)
endedAt: (string | null)
institutionReference: (string | null)
failedBecause: (string | null)
replacedBy: (string | null)
coveredBy: (string | null)
resolvedByHand: ("settled" | "failed" | null)
failureProposed: ({
by: string
at: string
} | null)
paidTwiceMinor: number
lossMinor: number
hold: ({
open: boolean
reasons: {
of: ("buyer" | "seller" | "order")
fact: string
value: number
atLeast: number
}[]
secondPerson: boolean
reviewer: (string | null)
heldAt: string
releasedAt: (string | null)
} | null)
irreversible: ({
because: string
owedMinor: number
} | null)
}[]
reversals: {
id: string
refundId: string
status: ("requested" | "underReview" | "granted" | "refused")
ground: string
amountMinor: number
requestedBy: {
role: string
id: string
}
note: (string | null)
documents: string[]
requestedAt: string
buyerMayAnswerUntil: (string | null)
answeredAt: (string | null)
decidedAt: (string | null)
appealedAt: (string | null)
settledAt: (string | null)
}[]
chargebacks: {
id: string
paymentId: string
amountMinor: number
reference: (string | null)
status: ("open" | "won" | "lost" | "withdrawn")
lossMinor: number
openedAt: string
endedAt: (string | null)
}[]
withdrawals: {
id: string
lines: {
sku: string
quantity: number
}[]
asGuest: boolean
at: string
}[]
sanctions: {
id: string
points: number
fineMinor: number
reason: string
status: ("active" | "appealed" | "upheld" | "lifted")
at: string
appealUntil: string
appealedAt: (string | null)
endedAt: (string | null)
note: (string | null)
party: ("buyer" | "seller")
answer: (string | null)
answeredAt: (string | null)
}[]
deadlines: {
id: string
who: string
owes: string
since: string
by: string
otherwise: string
because: (string | null)
target: (string | null)
rule: string
}[]
permissions: Permission[]
}
export interface Permission {
command: string
target: (string | null)
allowed: boolean
refusal: (string | null)
because: (string | null)
opensAt: (string | null)
closedAt: (string | null)
instead: string[]
effect: ({
refundMinor: number
to: (string | null)
arrivesBy: (string | null)
undoUntil: (string | null)
if?: ("accepted" | "posted")
releaseMinor?: number
takenBackMinor?: number
loses?: ("lastClaim" | "protectionEnded" | "noNewReturn")[]
} | null)
asks: {
[k: string]: unknown
}
}
export interface Problem {
type: string
title: string
status: number
detail: string
instance: string
errors?: {
pointer: string
detail: string
}[]
refusal?: ("NotInThisMarketplace" | "NoOpenCancellation" | "NoOpenReturn" | "NoOpenClaim" | "NoSuchRefund" | "NoFailureProposed" | "NoOpenReversal" | "NoOpenChargeback" | "NoOpenSanction" | "NoSuchParcel" | "NoSuchDeadline" | "NoExtension" | "NoSuchTarget" | "WhichOne" | "OrderClosed" | "OrderCompleted" | "OrderNotClosed" | "AlreadyDeleted" | "NotDeleted" | "CancellationAlreadyAnswered" | "ReturnAlreadyEnded" | "AlreadyWithdrawn" | "ReturnAlreadyAuthorized" | "ReturnNotAuthorized" | "ClaimAlreadyAnswered" | "ClaimAlreadyEnded" | "ClaimAlreadyAgreed" | "ClaimDecided" | "ClaimNotDecided" | "ClaimInMediation" | "ClaimNotInMediation" | "RefundAlreadyStopped" | "RefundAlreadyFailed" | "RefundAlreadyReversed" | "ReversalAlreadyDecided" | "ReversalNotGranted" | "ChargebackAlreadyDecided" | "ChargebackKnown" | "RefundNotHeld" | "RefundReviewed" | "AlreadyYours" | "SanctionAnswered" | "SanctionAlreadyDecided" | "NotFulfilledByYou" | "DecidedByYou" | "ApprovedByYou" | "AskedByYou" | "ProposedByYou" | "NotYourRequest" | "NoOfferToAccept" | "EvidenceNotFound" | "RefundAlreadySubmitted" | "RefundNotSettled" | "ParcelAlreadyScanned" | "ReplacementOnItsWay" | "ReplacementAlreadyShipped" | "ReturnAlreadyPosted" | "ReturnNotPosted" | "AlreadyPaid" | "NotPaidYet" | "PaymentBeingVerified" | "PaymentAlreadyVerified" | "NotShippedYet" | "AlreadyShipped" | "NotDeliveredYet" | "AlreadyDelivered" | "DispatchNotBegun" | "DispatchAlreadyBegun" | "TrackingNumberMalformed" | "TrackingNumberCheckDigitWrong" | "TrackingNumberAlreadyUsed" | "CancellationOpen" | "ClaimOpen" | "ReturnOpen" | "FailureAlreadyProposed" | "RefundOpen" | "RefundHeld" | "ReversalOpen" | "ChargebackOpen" | "NoClaimsLeft" | "RefundAuthorizedByHand" | "RefundAlreadyApproved" | "WithdrawnFromContract" | "ExceptedFromWithdrawal" | "FinalSale" | "GroundNotPossibleNow" | "ReasonUnknownHere" | "MethodNotAccepted" | "RemedyNotPossible" | "RepairOrReplacementFirst" | "EvidenceNeeded" | "TrackingNumberNeeded" | "NothingSaid" | "RefundGoesBackTheWayItCame" | "AlreadyAppealed" | "ReplacementNotAsked" | "ExtendedOtherwise" | "TooManyUnpaidOrders" | "NotOpenYet" | "NoLongerOpen" | "TooLateToTakeBack" | "BuyerMayStillAnswer" | "StillWithTheMediators" | "QuantityTooHigh" | "UnknownLine" | "NothingLeft" | "AmountTooHigh" | "PaymentsDoNotAddUp" | "PriceNotLower" | "ProtectionExtendedEnough" | "DeadlineOnlyLater")
opensAt?: (string | null)
closedAt?: (string | null)
instead?: string[]
version?: number
expected?: number
property?: string
sentence?: string
code?: string
story?: (string | null)
}
export interface OrderBody {
marketplace: string
externalId: string
buyer: {
id: string
country: string
name?: string
email?: string
address?: string
}
seller: {
id: string
country: string
name?: string
email?: string
address?: string
}
fulfilledBy?: ("seller" | "platform")
currency: string
locale?: string
lines: {
sku: string
title: string
quantity: number
unitPriceMinor: number
discountMinor?: number
discountBy?: ("seller" | "platform")
taxMinor?: number
model3dUrl?: string
imageUrl?: string
finalSale?: boolean
excepted?: ("customMade" | "sealedHygiene" | "digitalBegun")
}[]
shippingMinor?: number
commissionMinor?: number
shipWithin?: string
shipBy?: string
}
export interface Event {
seq: number
at: string
type: string
by: {
role: string
id: string
}
because: (string | null)
policyVersion: number
data: {
[k: string]: unknown
}
hash: string
}
export interface ReducePrice {
type: "ReducePrice"
totalMinor: number
expectedVersion?: number
}
export interface CancelOrder {
type: "CancelOrder"
reason: ("noLongerWanted" | "wrongProductOrdered" | "duplicateOrder" | "notShippedOnTime" | "outOfStock" | "supplierRefusesToShip" | "supplierUnreachable" | "notAsDescribed" | "paymentOutsideEscrow" | "priceRaised" | "supplierOther" | "other")
lines?: {
sku: string
quantity: number
}[]
expectedVersion?: number
}
export interface BeginDispatch {
type: "BeginDispatch"
expectedVersion?: number
}
export interface DeleteOrder {
type: "DeleteOrder"
expectedVersion?: number
}
export interface RestoreOrder {
type: "RestoreOrder"
expectedVersion?: number
}
export interface ConfirmReceipt {
type: "ConfirmReceipt"
expectedVersion?: number
}
export interface RequestCancellation {
type: "RequestCancellation"
reason: ("noLongerWanted" | "wrongProductOrdered" | "duplicateOrder" | "notShippedOnTime" | "outOfStock" | "supplierRefusesToShip" | "supplierUnreachable" | "notAsDescribed" | "paymentOutsideEscrow" | "priceRaised" | "supplierOther" | "other")
sellerAtFault?: boolean
note?: string
lines?: {
sku: string
quantity: number
}[]
expectedVersion?: number
}
export interface AcceptCancellation {
type: "AcceptCancellation"
cancellationId?: string
expectedVersion?: number
}
export interface WithdrawCancellation {
type: "WithdrawCancellation"
cancellationId?: string
expectedVersion?: number
}
export interface RefuseCancellation {
type: "RefuseCancellation"
cancellationId?: string
carrier?: ("amazon" | "canada_post" | "canpar" | "dhl" | "dpd" | "fedex" | "gofo" | "landmark" | "lasership" | "old_dominion" | "ontrac" | "purolator" | "s10" | "sandbox" | "speedee" | "ups" | "usps" | "yodel" | "yunexpress")
trackingNumber?: string
evidence?: string[]
note?: string
expectedVersion?: number
}
export interface ShipOrder {
type: "ShipOrder"
carrier: ("amazon" | "canada_post" | "canpar" | "dhl" | "dpd" | "fedex" | "gofo" | "landmark" | "lasership" | "old_dominion" | "ontrac" | "purolator" | "s10" | "sandbox" | "speedee" | "ups" | "usps" | "yodel" | "yunexpress")
trackingNumber: string
lines?: {
sku: string
quantity: number
}[]
expectedVersion?: number
}
export interface ExtendProtection {
type: "ExtendProtection"
by: string
expectedVersion?: number
}
export interface RequestReturn {
type: "RequestReturn"
lines: {
sku: string
quantity: number
reason: ("noLongerWanted" | "orderedByMistake" | "foundCheaper" | "defective" | "notAsDescribed" | "wrongItem" | "missingParts" | "arrivedLate" | "damagedInTransit" | "other")
}[]
remedy?: ("refund" | "replacement")
refundTo?: ("sameMethod" | "card" | "bankAccount" | "eWallet" | "westernUnion" | "alipay" | "giftCard")
expectedVersion?: number
}
export interface WithdrawFromContract {
type: "WithdrawFromContract"
lines?: {
sku: string
quantity: number
}[]
expectedVersion?: number
}
export interface AuthorizeReturn {
type: "AuthorizeReturn"
returnId?: string
note?: string
expectedVersion?: number
}
export interface DeclineReturn {
type: "DeclineReturn"
returnId?: string
note?: string
expectedVersion?: number
}
export interface CallOffReturn {
type: "CallOffReturn"
returnId?: string
note?: string
expectedVersion?: number
}
export interface CancelReturn {
type: "CancelReturn"
returnId?: string
expectedVersion?: number
}
export interface ApproveRefund {
type: "ApproveRefund"
returnId?: string
amountMinor?: number
expectedVersion?: number
}
export interface PostReturn {
type: "PostReturn"
returnId?: string
carrier: ("amazon" | "canada_post" | "canpar" | "dhl" | "dpd" | "fedex" | "gofo" | "landmark" | "lasership" | "old_dominion" | "ontrac" | "purolator" | "s10" | "sandbox" | "speedee" | "ups" | "usps" | "yodel" | "yunexpress")
trackingNumber: string
expectedVersion?: number
}
export interface ReceiveReturn {
type: "ReceiveReturn"
returnId?: string
condition: ("asSent" | "damaged" | "empty" | "different")
expectedVersion?: number
}
export interface ShipReplacement {
type: "ShipReplacement"
returnId?: string
carrier: ("amazon" | "canada_post" | "canpar" | "dhl" | "dpd" | "fedex" | "gofo" | "landmark" | "lasership" | "old_dominion" | "ontrac" | "purolator" | "s10" | "sandbox" | "speedee" | "ups" | "usps" | "yodel" | "yunexpress")
trackingNumber: string
expectedVersion?: number
}
export interface OpenClaim {
type: "OpenClaim"
ground: ("noLongerWanted" | "notShippedOnTime" | "agreedWithSeller" | "other" | "wrongProductOrdered" | "duplicateOrder" | "outOfStock" | "supplierRefusesToShip" | "supplierUnreachable" | "notAsDescribed" | "paymentOutsideEscrow" | "priceRaised" | "supplierOther" | "notTracked" | "wrongDestination" | "falseTracking" | "deliveryRunningOut" | "defective" | "wrongItem" | "missingItems" | "notReceived")
remedy?: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
amountMinor?: number
note?: string
evidence?: string[]
lines?: {
sku: string
quantity: number
}[]
expectedVersion?: number
}
export interface AcceptClaim {
type: "AcceptClaim"
claimId?: string
note?: string
expectedVersion?: number
}
export interface RefuseClaim {
type: "RefuseClaim"
claimId?: string
note?: string
carrier?: ("amazon" | "canada_post" | "canpar" | "dhl" | "dpd" | "fedex" | "gofo" | "landmark" | "lasership" | "old_dominion" | "ontrac" | "purolator" | "s10" | "sandbox" | "speedee" | "ups" | "usps" | "yodel" | "yunexpress")
trackingNumber?: string
expectedVersion?: number
}
export interface MakeOffer {
type: "MakeOffer"
claimId?: string
remedy: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
amountMinor: number
note?: string
expectedVersion?: number
}
export interface AcceptOffer {
type: "AcceptOffer"
claimId?: string
expectedVersion?: number
}
export interface WithdrawClaim {
type: "WithdrawClaim"
claimId?: string
expectedVersion?: number
}
export interface EscalateClaim {
type: "EscalateClaim"
claimId?: string
expectedVersion?: number
}
export interface ReviseClaim {
type: "ReviseClaim"
claimId?: string
ground?: ("noLongerWanted" | "notShippedOnTime" | "agreedWithSeller" | "other" | "wrongProductOrdered" | "duplicateOrder" | "outOfStock" | "supplierRefusesToShip" | "supplierUnreachable" | "notAsDescribed" | "paymentOutsideEscrow" | "priceRaised" | "supplierOther" | "notTracked" | "wrongDestination" | "falseTracking" | "deliveryRunningOut" | "defective" | "wrongItem" | "missingItems" | "notReceived")
remedy?: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
amountMinor?: number
note?: string
evidence?: string[]
expectedVersion?: number
}
export interface AddEvidence {
type: "AddEvidence"
claimId?: string
evidence: string[]
expectedVersion?: number
}
export interface DecideClaim {
type: "DecideClaim"
claimId?: string
amountMinor: number
remedy?: ("money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice")
reasons?: ("evidence" | "noEvidence" | "noAnswer" | "falseTracking" | "policy" | "law" | "agreement" | "other")[]
note?: string
expectedVersion?: number
}
export interface AppealDecision {
type: "AppealDecision"
claimId?: string
note?: string
expectedVersion?: number
}
export interface StopRefund {
type: "StopRefund"
refundId?: string
reason?: string
evidence?: string[]
expectedVersion?: number
}
export interface ReissueRefund {
type: "ReissueRefund"
refundId?: string
to?: ("sameMethod" | "card" | "bankAccount" | "eWallet" | "westernUnion" | "alipay" | "giftCard")
expectedVersion?: number
}
export interface HoldRefund {
type: "HoldRefund"
refundId?: string
note?: string
expectedVersion?: number
}
export interface TakeHold {
type: "TakeHold"
refundId?: string
expectedVersion?: number
}
export interface ReleaseHold {
type: "ReleaseHold"
refundId?: string
note?: string
expectedVersion?: number
}
export interface ResolveRefund {
type: "ResolveRefund"
refundId?: string
outcome: ("settled" | "failed")
reference?: string
note: string
evidence?: string[]
expectedVersion?: number
}
export interface ConfirmRefundFailure {
type: "ConfirmRefundFailure"
refundId?: string
note?: string
expectedVersion?: number
}
export interface DismissRefundFailure {
type: "DismissRefundFailure"
refundId?: string
note?: string
expectedVersion?: number
}
export interface InquireChargeback {
type: "InquireChargeback"
chargebackId?: string
expectedVersion?: number
}
export interface InquireRefund {
type: "InquireRefund"
refundId?: string
expectedVersion?: number
}
export interface RequestReversal {
type: "RequestReversal"
refundId?: string
ground: ("fraud" | "misleading" | "accountTheft" | "risk" | "givenBack")
note?: string
documents?: string[]
expectedVersion?: number
}
export interface AnswerReversal {
type: "AnswerReversal"
reversalId?: string
note?: string
documents?: string[]
expectedVersion?: number
}
export interface AppealReversal {
type: "AppealReversal"
reversalId?: string
note?: string
documents?: string[]
expectedVersion?: number
}
export interface AskForMore {
type: "AskForMore"
reversalId?: string
note?: string
expectedVersion?: number
}
export interface GrantReversal {
type: "GrantReversal"
reversalId?: string
note?: string
expectedVersion?: number
}
export interface RefuseReversal {
type: "RefuseReversal"
reversalId?: string
note?: string
expectedVersion?: number
}
export interface SanctionBuyer {
type: "SanctionBuyer"
reason: ("emptyBox" | "otherGoods" | "sameEvidence" | "falseEvidence" | "falseClaim" | "chargebackAfterRefund" | "other")
note?: string
expectedVersion?: number
}
export interface AnswerSanction {
type: "AnswerSanction"
sanctionId?: string
note: string
expectedVersion?: number
}
export interface AppealSanction {
type: "AppealSanction"
sanctionId?: string
note?: string
expectedVersion?: number
}
export interface UpholdSanction {
type: "UpholdSanction"
sanctionId?: string
note?: string
expectedVersion?: number
}
export interface LiftSanction {
type: "LiftSanction"
sanctionId?: string
note?: string
expectedVersion?: number
}
export interface ExtendDeadline {
type: "ExtendDeadline"
deadline: string
by: string
reason?: string
batch?: string
expectedVersion?: number
}
export interface TakeBackExtension {
type: "TakeBackExtension"
deadline: string
reason?: string
batch?: string
expectedVersion?: number
}
export interface Posting {
eventSeq: number
at: string
account: string
amountMinor: number
currency: string
}
export interface Message {
id: string
by: {
role: string
id: string
}
at: string
text: (string | null)
warning: ("offPlatformPayment" | null)
}
export interface Evidence {
id: string
mediaType: ("image/jpeg" | "image/png" | "image/webp" | "image/gif" | "image/heic" | "application/pdf" | "video/mp4")
size: number
sha256: string
at: string
}
export interface Ladder {
ladder: string
country: string
name: {
en: string
zh: string
ru: string
}
order: ("free" | "usual")
note: {
en: string
zh: string
ru: string
}
checkedOn: string
rungs: {
id: string
title: {
en: string
zh: string
ru: string
}
text: {
en: string
zh: string
ru: string
}
sources: {
title: string
url: (string | null)
}[]
state: ("taken" | "underWay" | "notTaken" | "outside")
trace: ({
events: number
firstSeq: number
firstAt: string
lastSeq: number
lastAt: string
} | null)
}[]
current: (string | null)
next: (string | null)
dossier: string
}
export interface ApiKey {
id: string
name: string
scope: string
createdAt: string
revokedAt: (string | null)
}
export interface Session {
person: ({
role: ("buyer" | "seller" | "mediator" | "operator")
id: string
name: string
email: (string | null)
emailProven: boolean
marketplace: (string | null)
provesBy: ("password" | "marketplaceSignIn" | "nothing")
} | null)
sandbox: boolean
marketplaceSignIn: boolean
provenAt: (string | null)
writableUntil: (string | null)
}
export interface KeptSession {
id: string
device: (string | null)
createdAt: string
lastSeenAt: string
current: boolean
}
export interface Person {
role: ("buyer" | "seller" | "mediator" | "operator")
id: string
name: string
email: (string | null)
emailProven: boolean
marketplace: (string | null)
madeBy: ("self" | "operator" | "oidc" | "demo")
}
export interface Statement {
seller: string
balances: {
currency: string
openingMinor: number
closingMinor: number
}[]
lines: {
orderId: (string | null)
externalId: (string | null)
payoutId: (string | null)
marketplace: string
eventSeq: number
type: string
at: string
amountMinor: number
currency: string
}[]
complete: boolean
}
export interface Payout {
id: string
batchId: string
marketplace: string
sellerId: string
currency: string
balanceMinor: number
feeMinor: number
amountMinor: number
status: ("submitting" | "submitted" | "unknown" | "settled" | "failed")
at: string
submittedAt: (string | null)
unknownAt: (string | null)
decideBy: (string | null)
settledAt: (string | null)
failedAt: (string | null)
failedBecause: (string | null)
reference: (string | null)
}
export interface PayoutShare {
sellerId: string
currency: string
balanceMinor: number
feeMinor: number
amountMinor: number
held: ("owes" | "belowLeast" | null)
}
export interface PayoutBatch {
id: string
marketplace: string
at: string
by: string
slotAt: (string | null)
endedAt: (string | null)
payouts: number
unknown: number
failed: number
settled: number
}
export interface PayoutAccounts {
institution: string
form: string
pattern: string
accounts: {
account: string
at: string
by: string
}[]
}
export interface AuditEntry {
at: string
by: {
role: string
id: string
}
act: string
about: (string | null)
orderId: (string | null)
externalId: (string | null)
status: (number | null)
}
export interface Law {
law: string
version: number
title: string
countries: {
[k: string]: {
languages: string[]
}
}
[k: string]: unknown
}
export interface PolicyVersion {
policy: string
version: number
status: ("awaitingConfirmation" | "published" | "rejected")
publishedAt: (string | null)
proposedBy: (string | null)
proposedAt: (string | null)
decidedBy: (string | null)
decidedAt: (string | null)
}
export interface Proof {
policy: string
version: number
states: number
complete: boolean
bound: string
properties: {
name: string
sentence: string
holds: boolean
story: (string | null)
}[]
}
export interface Policy {
policy: string
version: number
[k: string]: unknown
}
export interface PolicyDifference {
kind: string
sentence: string
helps: string[]
hurts: string[]
where: string
rule: (string | null)
parameters: {
[k: string]: string | number | boolean | null | string[]
}
}
export interface WithdrawalNotice {
id: string
status: ("awaitingConfirmation" | "confirmed")
orderNumber: string
name: string
email: string
lines: ({
sku: string
quantity: number
}[] | null)
saidAt: string
confirmBefore: string
receivedAt: (string | null)
document: (string | null)
}
export interface Webhook {
id: string
url: string
description: string
marketplace: (string | null)
types: (string[] | null)
madeAt: string
failingSince: (string | null)
pausedAt: (string | null)
pausedBecause: (string | null)
}
export interface Delivery {
id: string
orderId: string
seq: number
type: string
attempts: number
status: ("delivered" | "waiting" | "givenUp")
answer: (number | null)
error: (string | null)
tookMs: number
triedAt: string
}
export interface MailWish {
optional: boolean
language: ("en" | "zh" | "ru" | null)
}
export interface Mail {
id: string
kind: string
person: string
orderId: (string | null)
seq: (number | null)
required: boolean
status: ("waiting" | "sent" | "refused" | "givenUp" | "notSent" | "kept")
attempts: number
answer: (string | null)
madeAt: string
dueAt: (string | null)
endedAt: (string | null)
}
export interface SavedView {
id: string
name: string
search: OrderSearch
count: number
}
export interface OrderSearch {
marketplace?: string
status?: ("awaitingPayment" | "verifyingPayment" | "awaitingShipment" | "inTransit" | "delivered" | "returnStarted" | "completed" | "closed")
q?: string
buyer?: string
seller?: string
placedFrom?: string
placedTo?: string
open?: ("cancellations" | "returns" | "claims" | "refunds" | "reversals")
owes?: ("buyer" | "seller" | "mediator" | "operator" | "institution" | "carrier" | "clock")
sort?: "deadline"
}
export interface DemoClock {
now: string
running: boolean
next: (string | null)
}
