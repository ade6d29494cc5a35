// The shop's own page: its one product, and the customer's orders. What stands in embed.js is all that Rescind needs of it.
const list = document.querySelector("#orders");

const button = (text, marks) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  Object.assign(made.dataset, marks);
  return made;
};

const show = async () => {
  const { orders } = await (await fetch("/orders")).json();
  list.replaceChildren(...orders.map(({ id, number }) => {
    const item = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = number;
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    item.append(name, button("Open", { rescindOrder: id }), button("Show here", { rescindOrder: id, rescindFrame: "#frame", rescindTitle: `Order ${number}` }), status);
    return item;
  }));
};

document.querySelector("#buy").addEventListener("click", async () => {
  await fetch("/buy", { method: "POST" });
  await show();
});
await show();
