package feiyan.dispatch.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

    /** 0.000001° are 11 cm: the difference between the public formula and Amap's own service is some centimetres. */
    private static final double TOLERANCE = 0.000_001;

    /**
     * The first two are answers of Amap's service for GPS points (restapi.amap.com/v3/assistant/coordinate/convert, of
     * its documentation and as others noted them down), the other three the pairs of
     * github.com/googollee/eviltransform.
     */
    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "39.990475,116.481499,39.991754014757,116.487585177952,Amap’s own example",
        "22.62,114.07,22.61731092,114.07513075,Amap on Shenzhen",
        "31.1774276,121.5272106,31.17530398364597,121.531541859215,Shanghai",
        "22.543847,113.912316,22.540796131694766,113.9171764808363,Shenzhen",
        "39.911954,116.377817,39.91334545536069,116.38404722455657,Beijing"
    })
    void knownPairsAreMet(double latitude, double longitude, double north, double east, String where) {
        var drawn = Gcj02.of(new MapPoint(latitude, longitude));
        assertThat(drawn.latitude()).as(where).isCloseTo(north, within(TOLERANCE));
        assertThat(drawn.longitude()).as(where).isCloseTo(east, within(TOLERANCE));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "39.7392,-104.9903,Denver",
        "51.5007,-0.1246,London",
        "-33.8568,151.2153,Sydney",
        "34.61,72.003,just west of the box",
        "55.83,120.0,just north of it"
    })
    void outsideChinaNothingMoves(double latitude, double longitude, String where) {
        var point = new MapPoint(latitude, longitude);
        assertThat(Gcj02.of(point)).as(where).isEqualTo(point);
    }
}
