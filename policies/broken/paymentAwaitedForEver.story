X3 · Nothing happens any more, and the order is awaitingPayment
