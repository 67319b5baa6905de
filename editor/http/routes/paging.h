// A long list, a screen of it at a time: `?page=2`.
#pragma once
#include <cstddef>

#include "editor/http/message.h"
#include "theme/value.h"

namespace mektep::editor {

struct Paging {
  std::size_t page = 1, pages = 1;  // from 1 on
  std::size_t begin = 0, end = 0;   // of the rows shown, out of all
  // Of the macro of pages.html: the first page, the last one, those near this one, and where some are left
  // out.
  Value value() const;
};

// Of `rows` in all, `length` on a page. What is no page of the list is the nearest one.
Paging page_of(const Request& request, std::size_t rows, std::size_t length);

}  // namespace mektep::editor
