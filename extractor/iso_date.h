#ifndef DEMARCHE_EXTRACTOR_ISO_DATE_H_
#define DEMARCHE_EXTRACTOR_ISO_DATE_H_

#include <string_view>

namespace demarche {

/// Whether `text` is a date or date-time of XML Schema that the calendar has:
/// "2023-01-12", "2023-01-12T08:30:00Z", "2023-01-12T08:30:00.5+04:00".
bool is_iso_date(std::string_view text);

}  // namespace demarche

#endif
