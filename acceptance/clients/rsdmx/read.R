suppressPackageStartupMessages(library(rsdmx))

address <- paste0(Sys.getenv("DATACUBE", "http://127.0.0.1:8080"), "/api/v1/sdmx/2.1")
ask <- function(path) readSDMX(paste0(address, path))

flows <- as.data.frame(ask("/dataflow/UNDATACUBE/all/latest"))
stopifnot(setequal(flows$id, c("REVENUE", "EXPENSE")))

structure <- ask("/datastructure/UNDATACUBE/DSD_REVENUE/latest?references=descendants")
dimensions <- sapply(structure@datastructures@datastructures[[1]]@Components@Dimensions, function(each) each@conceptRef)
stopifnot(identical(dimensions, c("FREQ", "ENTITY", "INSTRUMENT", "CONTRIBUTOR")))
stopifnot(length(structure@codelists@codelists) >= 3)

# the package warns of series that have several attributes
table <- function(path) suppressWarnings(as.data.frame(ask(path)))
total <- table("/data/REVENUE/A._T._T._T?startPeriod=2022&endPeriod=2024")
parts <- table("/data/REVENUE/A.._T._T?startPeriod=2022&endPeriod=2024")
parts <- parts[parts$ENTITY != "_T", ]
stopifnot(nrow(total) == 3, nrow(parts) > 100)
for (year in total$obsTime) {
  whole <- as.numeric(total$obsValue[total$obsTime == year])
  added <- sum(as.numeric(parts$obsValue[parts$obsTime == year]))
  cat(sprintf("%s: %.2f, of %d entities %.2f\n", year, whole, sum(parts$obsTime == year), added))
  stopifnot(abs(whole - added) < 0.01)
}
