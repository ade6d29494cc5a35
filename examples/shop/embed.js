// The little that a shop's page needs: `data-rescind-order` on a button or link opens that order in a tab or, with `data-rescind-frame`,
// in a frame. The address with its token is asked of the shop's own back end at the moment it is needed.
const linkTo = async (order) => {
  const answer = await fetch(`/link?order=${encodeURIComponent(order)}`, { method: "POST" });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return (await answer.json()).url;
};

const problem = (element, text) => {
  const place = element.closest("li")?.querySelector("[role=status]");
  if (place) place.textContent = text;
};

const showIn = (frame, url, title) => {
  frame.replaceChildren();
  const inside = document.createElement("iframe");
  inside.title = title;
  inside.src = url;
  // The page inside opens the cart in the whole window, and saves the dossier as a file.
  inside.sandbox = "allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-top-navigation-by-user-activation";
  frame.append(inside);
  inside.focus();
};

document.addEventListener("click", async (event) => {
  const element = event.target.closest("[data-rescind-order]");
  if (!element) return;
  event.preventDefault();
  // A tab that is opened after waiting would be stopped as a pop-up.
  const { rescindOrder, rescindFrame } = element.dataset;
  const tab = rescindFrame ? null : window.open("", "_blank");
  try {
    const url = await linkTo(rescindOrder);
    if (rescindFrame) showIn(document.querySelector(rescindFrame), url, element.dataset.rescindTitle ?? "Order");
    else tab.location.replace(url);
  } catch (error) {
    tab?.close();
    problem(element, error.message);
  }
});
