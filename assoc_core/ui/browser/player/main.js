// The entry: Streamlit calls it at the start and after every rerun. Shown is Player, or what else
// the element shows.

const shown = new WeakMap(); // the element's shadow root -> its Shown, kept over reruns

export default function ({ data, parentElement, setStateValue }) {
  if (!shown.has(parentElement)) shown.set(parentElement, new Shown(parentElement));
  const player = shown.get(parentElement);
  player.setStateValue = setStateValue;
  player.load(data);
  return () => player.pause();
}
