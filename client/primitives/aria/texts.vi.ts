/** What a formatter of react-aria offers to a text with facts. */
export interface Formatter {
  number: (value: number) => string;
}
export type Facts = Record<string, string | number | boolean>;
type Text = string | ((facts: Facts, formatter: Formatter) => string);

const count = (facts: Facts, formatter: Formatter) => formatter.number(Number(facts['count']));

/**
 * What react-aria says aloud, in Vietnamese, which it does not ship. By its packages; those that nothing
 * uses (colours) are left out, and using one fails at once in development.
 */
export const ariaTexts = {
  '@react-aria/tree': { expand: 'Mở ra', collapse: 'Thu lại' },
  '@react-aria/toast': {
    close: 'Đóng',
    notifications: (facts, formatter) => `${count(facts, formatter)} thông báo.`,
  },
  '@react-aria/tag': { removeDescription: 'Bấm Delete để bỏ.', removeButtonLabel: 'Bỏ' },
  '@react-aria/table': {
    select: 'Chọn',
    selectAll: 'Chọn tất cả',
    sortable: 'cột sắp xếp được',
    ascending: 'tăng dần',
    descending: 'giảm dần',
    ascendingSort: ({ columnName }) => `sắp xếp theo cột ${columnName}, tăng dần`,
    descendingSort: ({ columnName }) => `sắp xếp theo cột ${columnName}, giảm dần`,
    columnSize: ({ value }) => `${value} điểm ảnh`,
    resizerDescription: 'Bấm Enter để đổi độ rộng',
    expand: 'Mở ra',
    collapse: 'Thu lại',
  },
  '@react-aria/spinbutton': { Empty: 'Trống' },
  '@react-aria/searchfield': { 'Clear search': 'Xóa nội dung tìm' },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/numberfield': {
    decrease: ({ fieldLabel }) => `Giảm ${fieldLabel}`,
    increase: ({ fieldLabel }) => `Tăng ${fieldLabel}`,
    numberField: 'Ô nhập số',
  },
  '@react-aria/menu': {
    longPressMessage: 'Giữ lâu hoặc bấm Alt + mũi tên xuống để mở danh sách',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'dòng có thể mở',
    hasLinkAnnouncement: ({ link }) => `dòng có liên kết: ${link}`,
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }) => `Đã bỏ chọn ${item}.`,
    select: 'Chọn',
    selectedCount: (facts, formatter) =>
      facts['count'] === 0 ? 'Chưa chọn mục nào.' : `Đã chọn ${count(facts, formatter)} mục.`,
    selectedAll: 'Đã chọn tất cả.',
    selectedItem: ({ item }) => `Đã chọn ${item}.`,
    longPressToSelect: 'Giữ lâu để chọn nhiều mục.',
  },
  '@react-aria/dnd': {
    dragItem: ({ itemText }) => `Kéo ${itemText}`,
    dragSelectedItems: (facts, formatter) => `Kéo ${count(facts, formatter)} mục đã chọn`,
    dragDescriptionKeyboard: 'Bấm Enter để bắt đầu kéo.',
    dragDescriptionKeyboardAlt: 'Bấm Alt + Enter để bắt đầu kéo.',
    dragDescriptionTouch: 'Chạm hai lần để bắt đầu kéo.',
    dragDescriptionVirtual: 'Bấm để bắt đầu kéo.',
    dragDescriptionLongPress: 'Giữ lâu để bắt đầu kéo.',
    dragSelectedKeyboard: (facts, formatter) =>
      `Bấm Enter để kéo ${count(facts, formatter)} mục đã chọn.`,
    dragSelectedKeyboardAlt: (facts, formatter) =>
      `Bấm Alt + Enter để kéo ${count(facts, formatter)} mục đã chọn.`,
    dragSelectedLongPress: (facts, formatter) =>
      `Giữ lâu để kéo ${count(facts, formatter)} mục đã chọn.`,
    dragStartedKeyboard:
      'Đã bắt đầu kéo. Bấm Tab để chọn chỗ đặt, rồi bấm Enter để đặt, hoặc Escape để thôi.',
    dragStartedTouch: 'Đã bắt đầu kéo. Chuyển tới chỗ đặt rồi chạm hai lần để đặt.',
    dragStartedVirtual: 'Đã bắt đầu kéo. Chuyển tới chỗ đặt rồi bấm để đặt.',
    endDragKeyboard: 'Đang kéo. Bấm Enter để thôi kéo.',
    endDragTouch: 'Đang kéo. Chạm hai lần để thôi kéo.',
    endDragVirtual: 'Đang kéo. Bấm để thôi kéo.',
    dropDescriptionKeyboard: 'Bấm Enter để đặt. Bấm Escape để thôi kéo.',
    dropDescriptionTouch: 'Chạm hai lần để đặt.',
    dropDescriptionVirtual: 'Bấm để đặt.',
    dropCanceled: 'Đã thôi kéo.',
    dropComplete: 'Đã đặt.',
    dropIndicator: 'chỗ đặt',
    dropOnRoot: 'Đặt vào',
    dropOnItem: ({ itemText }) => `Đặt lên ${itemText}`,
    insertBefore: ({ itemText }) => `Đặt trước ${itemText}`,
    insertBetween: ({ beforeItemText, afterItemText }) =>
      `Đặt giữa ${beforeItemText} và ${afterItemText}`,
    insertAfter: ({ itemText }) => `Đặt sau ${itemText}`,
  },
  '@react-aria/datepicker': {
    era: 'kỷ nguyên',
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    second: 'giây',
    dayPeriod: 'sáng/chiều',
    calendar: 'Lịch',
    startDate: 'Ngày bắt đầu',
    endDate: 'Ngày kết thúc',
    weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: ({ date }) => `Ngày đã chọn: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) => `Đã chọn: ${startDate} đến ${endDate}`,
    selectedTimeDescription: ({ time }) => `Giờ đã chọn: ${time}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: ({ isGroupChange, groupTitle, groupCount, optionText, isSelected }) =>
      `${isGroupChange ? `Nhóm ${groupTitle}, ${groupCount} mục. ` : ''}${optionText}${isSelected ? ', đã chọn' : ''}`,
    countAnnouncement: ({ optionCount }) => `Có ${optionCount} mục.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}, đã chọn`,
    buttonLabel: 'Hiện các mục',
    listboxLabel: 'Các mục',
  },
  '@react-aria/calendar': {
    previous: 'Trước',
    next: 'Sau',
    selectedDateDescription: ({ date }) => `Ngày đã chọn: ${date}`,
    selectedRangeDescription: ({ dateRange }) => `Đã chọn: ${dateRange}`,
    todayDate: ({ date }) => `Hôm nay, ${date}`,
    todayDateSelected: ({ date }) => `Hôm nay, ${date}, đã chọn`,
    dateSelected: ({ date }) => `${date}, đã chọn`,
    startRangeSelectionPrompt: 'Bấm để chọn ngày bắt đầu',
    finishRangeSelectionPrompt: 'Bấm để chọn ngày kết thúc',
    minimumDate: 'Ngày sớm nhất có thể chọn',
    maximumDate: 'Ngày muộn nhất có thể chọn',
    dateRange: ({ startDate, endDate }) => `${startDate} đến ${endDate}`,
  },
  '@react-aria/autocomplete': { collectionLabel: 'Các mục' },
  '@react-stately/datepicker': {
    rangeUnderflow: ({ minValue }) => `Phải từ ${minValue} trở đi.`,
    rangeOverflow: ({ maxValue }) => `Phải đến ${maxValue} là muộn nhất.`,
    rangeReversed: 'Ngày bắt đầu phải trước ngày kết thúc.',
    unavailableDate: 'Ngày này không chọn được.',
  },
  'react-aria-components': {
    selectPlaceholder: 'Chọn một mục',
    tableResizer: 'Thanh đổi độ rộng',
    dropzoneLabel: 'Vùng thả',
    colorSwatchPicker: 'Các màu',
  },
} satisfies Record<string, Record<string, Text>>;
