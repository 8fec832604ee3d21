import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { type ReactNode, useId } from "react";
import { Icon } from "#ui/primitives/icon.tsx";
import { useWords } from "#words/context.tsx";

type Props<T extends { id: string; name: string }> = {
  items: readonly T[];
  label: string;
  /** `before` is the id of the item in front of which the moved one now stands, null at the end. */
  onMove: (id: string, before: string | null) => void;
  children: (item: T, index: number) => ReactNode;
};

/** A list that is put in order by dragging, by touch, or with the space bar and the arrow keys. */
export const SortableList = <T extends { id: string; name: string }>({ items, label, onMove, children }: Props<T>) => {
  const { t } = useWords();
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const nameOf = (key: string | number | undefined) => items.find((item) => item.id === key)?.name ?? "";
  const placeOf = (key: string | number | undefined) => items.findIndex((item) => item.id === key) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t("sort.picked", { name: nameOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over ? t("sort.over", { name: nameOf(active.id), place: placeOf(over.id), of: items.length }) : undefined,
    onDragEnd: ({ active, over }) => t("sort.put", { name: nameOf(active.id), place: placeOf(over?.id ?? active.id) }),
    onDragCancel: ({ active }) => t("sort.back", { name: nameOf(active.id) }),
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("sort.how") } }}
      onDragEnd={({ active, over }) => {
        if (!over || over.id === active.id) return;
        const from = items.findIndex((item) => item.id === active.id);
        const to = items.findIndex((item) => item.id === over.id);
        onMove(String(active.id), items[to > from ? to + 1 : to]?.id ?? null);
      }}
    >
      <SortableContext items={items.map((item) => item.id)} strategy={verticalListSortingStrategy}>
        <ol className="sortable" aria-label={label}>
          {items.map((item, index) => (
            <Row key={item.id} id={item.id} name={item.name}>
              {children(item, index)}
            </Row>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
};

const Row = ({ id, name, children }: { id: string; name: string; children: ReactNode }) => {
  const { t } = useWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? "sortable__row sortable__row--moving" : "sortable__row"}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="sortable__handle"
        {...attributes}
        {...listeners}
        aria-label={t("sort.handle", { name })}
      >
        <Icon name="drag" />
      </button>
      <div className="sortable__body">{children}</div>
    </li>
  );
};
