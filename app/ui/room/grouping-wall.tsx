import {
  type Announcements,
  closestCenter,
  DndContext,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useId } from "react";
import { Icon } from "#ui/primitives/icon.tsx";
import { useWords } from "#words/context.tsx";
import { IdeaCard, leadsOf, type WallIdea } from "./idea-wall.tsx";
import "./grouping-wall.css";

type Props = {
  ideas: WallIdea[];
  /** Puts an idea under another one, or takes it out again (`null`). */
  onGroup: (idea: string, group: string | null) => void;
};

const DRAG_PX = 4;
const TITLE = 60;

/**
 * The facilitator's wall: an idea is laid on another by dragging, by touch, or with the space bar and the arrow keys; a list
 * does the same for those who can do neither. Nothing is deleted, every idea keeps its text.
 */
export const GroupingWall = ({ ideas, onGroup }: Props) => {
  const { t } = useWords();
  const id = useId();
  const leads = leadsOf(ideas);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextIdea(leads.map((lead) => lead.id)) }),
  );
  const nameOf = (key: string | number | undefined) =>
    ideas.find((idea) => idea.id === key)?.text.slice(0, TITLE) ?? "";
  const announcements: Announcements = {
    onDragStart: ({ active }) => t("sort.picked", { name: nameOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over && over.id !== active.id ? t("ideas.over", { name: nameOf(active.id), other: nameOf(over.id) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over && over.id !== active.id
        ? t("ideas.grouped", { name: nameOf(active.id), other: nameOf(over.id) })
        : t("sort.back", { name: nameOf(active.id) }),
    onDragCancel: ({ active }) => t("sort.back", { name: nameOf(active.id) }),
  };
  if (ideas.length === 0) return <p className="quiet">{t("ideas.none")}</p>;
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={(at) => (at.pointerCoordinates ? pointerWithin(at) : closestCenter(at))}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("ideas.how") } }}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) onGroup(String(active.id), String(over.id));
      }}
    >
      <ul className="wall">
        {leads.map((lead) => {
          const group = ideas.filter((idea) => idea.group === lead.id);
          return (
            <Place key={lead.id} id={lead.id} isGroup={group.length > 0}>
              <Movable idea={lead}>
                {leads.length > 1 && (
                  <label className="idea__group">
                    <span className="visually-hidden">{t("ideas.groupWith")}</span>
                    <select value="" onChange={(event) => onGroup(lead.id, event.target.value)}>
                      <option value="">{t("ideas.groupWith")}</option>
                      {leads
                        .filter((other) => other !== lead)
                        .map((other) => (
                          <option key={other.id} value={other.id}>
                            {other.text.slice(0, TITLE)}
                          </option>
                        ))}
                    </select>
                  </label>
                )}
              </Movable>
              {group.map((idea) => (
                <Movable key={idea.id} idea={idea}>
                  <button type="button" className="link" onClick={() => onGroup(idea.id, null)}>
                    {t("ideas.ungroup")}
                  </button>
                </Movable>
              ))}
            </Place>
          );
        })}
      </ul>
    </DndContext>
  );
};

const FORWARD = ["ArrowRight", "ArrowDown"];
const BACK = ["ArrowLeft", "ArrowUp"];

/** Arrow keys go from idea to idea in the order of the wall, however they lie; the one in the hand is passed over. */
const nextIdea =
  (order: string[]): KeyboardCoordinateGetter =>
  (event, { active, context: { over, droppableRects } }) => {
    const step = FORWARD.includes(event.code) ? 1 : BACK.includes(event.code) ? -1 : 0;
    if (step === 0) return undefined;
    event.preventDefault();
    const others = order.filter((id) => id !== active);
    const from = over && over.id !== active ? others.indexOf(String(over.id)) : -1;
    const at = from < 0 ? (step > 0 ? 0 : others.length - 1) : (from + step + others.length) % others.length;
    const rect = droppableRects.get(others[at] ?? "");
    return rect && { x: rect.left, y: rect.top };
  };

/** Where an idea can be laid down: the one that leads a group, with all that is in the group. */
const Place = ({ id, isGroup, children }: { id: string; isGroup: boolean; children: ReactNode }) => {
  const { setNodeRef, isOver, active } = useDroppable({ id });
  const state = isOver && active?.id !== id ? " wall__over" : "";
  return (
    <li ref={setNodeRef} className={`${isGroup ? "wall__group" : ""}${state}`}>
      {children}
    </li>
  );
};

const Movable = ({ idea, children }: { idea: WallIdea; children?: ReactNode }) => {
  const { t } = useWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, isDragging } = useDraggable({
    id: idea.id,
  });
  return (
    <div
      ref={setNodeRef}
      className={isDragging ? "movable movable--moving" : "movable"}
      style={{ transform: transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined }}
    >
      <IdeaCard idea={idea}>{children}</IdeaCard>
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="movable__handle"
        {...attributes}
        {...listeners}
        aria-label={t("ideas.move", { name: idea.text.slice(0, TITLE) })}
      >
        <Icon name="drag" />
      </button>
    </div>
  );
};
