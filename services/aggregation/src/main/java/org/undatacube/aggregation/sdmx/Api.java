package org.undatacube.aggregation.sdmx;

/** The two versions of SDMX's REST interface. */
enum Api {
    V2_1(DataFormat.GENERIC_2_1, DataFormat.GENERIC_2_1),
    V3_0(DataFormat.JSON_2_0, DataFormat.ML_3_0);

    private final DataFormat usual;
    private final DataFormat usualXml;

    Api(DataFormat usual, DataFormat usualXml) {
        this.usual = usual;
        this.usualXml = usualXml;
    }

    /** The format of an answer where the client has no wish. */
    DataFormat usual() {
        return usual;
    }

    /** The format of an answer where the client wants XML, whichever. */
    DataFormat usualXml() {
        return usualXml;
    }

    MlVersion ml() {
        return this == V2_1 ? MlVersion.V2_1 : MlVersion.V3_0;
    }
}
