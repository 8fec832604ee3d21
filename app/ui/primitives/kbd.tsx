import "./kbd.css";

/** Keys to press, such as `⌘ K`. */
export const Kbd = ({ keys }: { keys: string }) => <kbd className="kbd">{keys}</kbd>;
