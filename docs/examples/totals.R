# Expenses by goal, with the coverage of the answer; see guide-analyst.md. R alone, no packages.
address <- Sys.getenv("DATACUBE", "http://127.0.0.1:8080")

# A question as a data frame. Codes stay text: 8.10 is not 8.1, and NA is Namibia, not a missing value.
ask <- function(cube, ...) {
  parameters <- c(..., format = "csv")
  values <- vapply(parameters, URLencode, "", reserved = TRUE)
  question <- paste0(address, "/api/v1/cubes/", cube, "/aggregate?", paste(names(parameters), values, sep = "=", collapse = "&"))
  answer <- read.csv(question, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  headers <- curlGetHeaders(question)
  attr(answer, "coverage") <- trimws(sub("^Datacube-Coverage:", "", grep("^Datacube-Coverage:", headers, value = TRUE, ignore.case = TRUE), ignore.case = TRUE))
  answer
}

goals <- ask("expense", drilldown = "sdg.goal", cut = "year:2024", subtotals = "rollup", measures = "amount,share.total")
goals$share.total <- as.numeric(goals$share.total)
is_total <- is.na(goals$grouping)
rows <- goals[!is_total, ]
largest <- head(rows[order(-rows$share.total), ], 3)
cat(sprintf("%-4s %-40s %20s %5.1f %%\n", largest$sdg.goal, largest$sdg.goal.label, largest$amount, 100 * largest$share.total), sep = "")
cat("total", goals$amount[is_total], fill = TRUE)
cat(attr(goals, "coverage"), sep = "\n")

# a double has 15 to 16 digits: enough to plot, not to tie. The suite's own total has every digit.
cat(sprintf("added up in R, to the cent: %.2f\n", sum(as.numeric(rows$amount))))
