// The entry: Streamlit calls it at the start and after every rerun.

const players = new WeakMap(); // the element's shadow root -> its Player, kept over reruns

export default function ({ data, parentElement, setStateValue }) {
  if (!players.has(parentElement)) players.set(parentElement, new Player(parentElement));
  const player = players.get(parentElement);
  player.setStateValue = setStateValue;
  player.load(data);
  return () => player.pause();
}
