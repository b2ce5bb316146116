#ifndef DEMARCHE_GRAPHS_TIME_STATEMENTS_H_
#define DEMARCHE_GRAPHS_TIME_STATEMENTS_H_

#include <string_view>

#include "graphs/nodes.h"
#include "graphs/statement_writer.h"

namespace demarche {

/// Writes what a time expression denotes: in EDTF, and in OWL-Time as far as
/// that can say it.  The ends of an interval have IRIs of their own, that of
/// the interval and ";from" or ";to".
void describe_time(std::string_view iri, const TimeNode& time,
                   StatementWriter& writer);

}  // namespace demarche

#endif
