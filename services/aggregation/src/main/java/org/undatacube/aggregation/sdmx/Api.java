package org.undatacube.aggregation.sdmx;

import java.util.List;

/** The two versions of SDMX's REST interface. */
enum Api {
    V2_1(
            MlVersion.V2_1,
            DataFormat.GENERIC_2_1,
            DataFormat.GENERIC_2_1,
            AvailabilityFormat.ML_2_1,
            AvailabilityFormat.ML_2_1),
    V3_0(
            MlVersion.V3_0,
            DataFormat.JSON_2_0,
            DataFormat.ML_3_0,
            AvailabilityFormat.JSON_2_0,
            AvailabilityFormat.ML_3_0);

    private final MlVersion ml;
    private final Offer<DataFormat> data;
    private final Offer<AvailabilityFormat> availability;

    Api(
            MlVersion ml,
            DataFormat usual,
            DataFormat usualXml,
            AvailabilityFormat usualAvailability,
            AvailabilityFormat usualAvailabilityXml) {
        this.ml = ml;
        this.data = new Offer<>(usual, usualXml, List.of(DataFormat.values()));
        this.availability = new Offer<>(usualAvailability, usualAvailabilityXml, List.of(AvailabilityFormat.values()));
    }

    MlVersion ml() {
        return ml;
    }

    Offer<DataFormat> data() {
        return data;
    }

    Offer<AvailabilityFormat> availability() {
        return availability;
    }
}
